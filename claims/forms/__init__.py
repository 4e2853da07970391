"""What the desk's pages ask for. A form reads and cleans; a verb decides, and its refusal becomes the form's error."""
