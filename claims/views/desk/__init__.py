"""The editors' side. Each view fetches with an access check, calls one verb through a form, and answers.

A page and its fragment are one view and one template; without a script every verb ends in a redirect."""
