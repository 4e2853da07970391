"""From what somebody brings (a pasted text, a file) to text that can be stored. No ORM inside."""
