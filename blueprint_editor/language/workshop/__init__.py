"""Words of the workshop sheets, one module a language and half of the kit."""
