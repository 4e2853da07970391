"""What a timeline is made of, as plain values, and how it is put in order."""
