"""Web addresses as files want them: letters that only people use are encoded."""

import string
from urllib.parse import quote, urlsplit, urlunsplit

_URI_CHARACTERS = string.ascii_letters + string.digits + "-._~:/?#[]@!$&'()*+,;=%"


def write_uri(url: str) -> str:
    """Return the address in ASCII: RFC 3987, the host name by IDNA."""
    if url.isascii() and not any(sign in url for sign in ' "<>\\^`{|}'):
        return url
    parts = urlsplit(url)
    host = parts.netloc
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host, safe=_URI_CHARACTERS)
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_URI_CHARACTERS)
