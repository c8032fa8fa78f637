"""The program as a person meets it: a real display, real keys and clicks, a real kill."""
