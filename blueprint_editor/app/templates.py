"""The templates that come with the program: their list, and new documents from them."""

from typing import NamedTuple

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.commands.identity import make_random_tail
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.renaming import rename_document
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.storage.format import load_document

_ENDING = ".blueprint.json"


class UnknownTemplateError(BlueprintError):
    """There is no template of that name, or not in that language."""


class TemplateName(NamedTuple):
    """A template as files name it: ``study-path.fi.blueprint.json``."""

    name: str
    language: str


def list_templates(resources: ResourceDir) -> tuple[TemplateName, ...]:
    """Return the names of all templates, sorted."""
    found = (path.name.removesuffix(_ENDING) for path in resources.templates.glob(f"*{_ENDING}"))
    return tuple(sorted(TemplateName(*stem.rpartition(".")[::2]) for stem in found))


def load_template(resources: ResourceDir, template: TemplateName) -> Document:
    """Return a template as it is, with the id that all its readings share.

    Raises:
        UnknownTemplateError: there is none of that name and language.
    """
    known = list_templates(resources)
    if template not in known:
        languages = [language for name, language in known if name == template.name]
        names = dict.fromkeys(name for name, _ in known)
        asked = f'"{template.name[:40]}"'
        if languages:
            asked = f'{asked} in the language "{template.language[:20]}"'
        choices = ", ".join(languages or names)
        raise UnknownTemplateError(f"unknown template {asked} (one of: {choices})")
    return load_document(resources.templates / f"{template.name}.{template.language}{_ENDING}")


def start_document(template: Document, paper: str = "") -> Document:
    """Return a new document with the content of a template and an id of its own.

    What the template says of itself is advice on how to begin; it does not describe the service.

    Args:
        template: what it begins with.
        paper: its paper, which it fills anew; empty = the template's.
    """
    poster = template.poster
    if paper and paper != poster.paper:
        poster = poster.changed(paper=paper, fit=None)
    renamed = rename_document(template, f"d-{make_random_tail()}")
    return replace_parts(renamed, poster=poster, description="")
