"""What goes in and out in formats that others read, one module a format."""
