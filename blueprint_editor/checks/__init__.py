"""What is judged about a document that keeps the rules of the format.

Rules find what is missing, hard to read, misleading or old, and traces of people.
"""
