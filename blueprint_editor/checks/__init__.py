"""What is judged about a document that keeps the rules of the format: traces of people."""
