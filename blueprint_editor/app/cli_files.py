"""Commands about document files: validate, info, schema, new, templates; none of them needs Qt."""

import argparse
import os
from hashlib import sha256
from typing import Any

from blueprint_editor.app.cli_fit import TEXT_SHAPE, measure_text, tell_text
from blueprint_editor.app.cli_output import (
    DONE,
    UsageError,
    add_json,
    print_json,
    print_line,
    print_text,
    tell_error,
    tell_hash,
)
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError, DocumentError, FileAccessError
from blueprint_editor.storage.endings import FILE_ENDINGS, SOURCE_NAME
from blueprint_editor.storage.format import (
    FORMAT_VERSION,
    MAX_FILE_BYTES,
    load_document,
    parse_document,
    read_document_bytes,
    save_document,
)
from blueprint_editor.storage.long_paths import for_system

_COUNTED = (
    "phases",
    "steps",
    "lanes",
    "cards",
    "connectors",
    "marks",
    "actors",
    "personas",
    "variants",
    "responsibilities",
    "notes",
    "comments",
    "sources",
    "tags",
    "workshops",
    "snapshots",
    "assets",
)


def add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE")
    add_json(
        parser,
        '[{"file": text, "valid": true or false, '
        '"problems": [{"pointer": text, "message": text}]}, …]',
    )
    parser.set_defaults(run=_validate)


def _validate(arguments: argparse.Namespace) -> int:
    status = DONE
    results: list[dict[str, Any]] = []
    for file in arguments.files:
        error = _find_error(file)
        results.append(_describe_result(file, error))
        if error is None:
            if not arguments.json:
                print_text(f"{file}: valid")
            continue
        status = max(status, tell_error(error, file))
    if arguments.json:
        print_json(results)
    return status


def _find_error(file: str) -> BlueprintError | None:
    try:
        load_document(file)
    except BlueprintError as error:
        return error
    return None


def _describe_result(file: str, error: BlueprintError | None) -> dict[str, Any]:
    problems = []
    if isinstance(error, DocumentError):
        problems = [problem._asdict() for problem in error.problems]
    elif error is not None:
        problems = [{"pointer": "", "message": str(error)}]
    return {"file": file, "valid": error is None, "problems": problems}


def add_info(parser: argparse.ArgumentParser) -> None:
    from blueprint_editor.app.cli_statistics import SHAPE  # noqa: PLC0415 - only here

    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--statistics",
        action="store_true",
        help="times of the path and counts too, in the language of the system; always in JSON",
    )
    add_json(
        parser,
        '{"file", "id", "title", "language", "translations": [text], "state", "status", '
        '"version", "changed_on": text or null, "paper", "orientation", "bytes": number, '
        f'"format_version": number, "source": {{"name", "bytes": number, "sha256"}} of a PDF, '
        f'else null, "counts": {{{", ".join(_COUNTED)}: number}}, "statistics": {SHAPE}, '
        f"{TEXT_SHAPE}}}",
    )
    parser.set_defaults(run=_info)


def _info(arguments: argparse.Namespace) -> int:
    from blueprint_editor.app.cli_statistics import (  # noqa: PLC0415 - only here
        describe_statistics,
        write_statistics,
    )

    data = read_document_bytes(arguments.file)
    document = parse_document(data, source=arguments.file)
    found = _describe(document, arguments.file, len(data))
    found["source"] = _describe_source(data)
    found["text"] = measure_text(document)
    if arguments.json:
        print_json(found | {"statistics": describe_statistics(document)})
        return DONE
    counts, source, text = found.pop("counts"), found.pop("source"), found.pop("text")
    lines = [f"{name.replace('_', ' ')}: {_tell(value)}" for name, value in found.items()]
    lines += [f"{name}: {count}" for name, count in counts.items() if count]
    if text is not None:
        lines.append(f"text: {tell_text(text)}")
    if source is not None:
        lines.append(f"source: {source['name']}, {tell_hash(source['sha256'])}")
    print_text("\n".join(lines))
    if arguments.statistics:
        for line in write_statistics(document, find_system_language()):
            print_line(line)
    return DONE


def _describe_source(data: bytes) -> dict[str, Any] | None:
    """Return what is known of the document file inside a PDF, None for any other file."""
    if not data.startswith(b"%PDF-"):
        return None
    from blueprint_editor.storage.pdf_source import extract_source  # noqa: PLC0415 - few are PDFs

    found = extract_source(data, MAX_FILE_BYTES)
    return {"name": SOURCE_NAME, "bytes": len(found), "sha256": sha256(found).hexdigest()}


def _tell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "–"
    return " ".join(str(value).split()) if value not in {"", None} else "–"


def _describe(document: Document, file: str, size: int) -> dict[str, Any]:
    return {
        "file": file,
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "translations": sorted(document.translations),
        "state": document.state,
        "status": document.status,
        "version": document.version,
        "changed_on": document.changed_on,
        "paper": document.poster.paper,
        "orientation": document.poster.orientation,
        "bytes": size,
        "format_version": FORMAT_VERSION,
        "counts": {name: len(getattr(document, name)) for name in _COUNTED},
    }


def add_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the schema is JSON anyway")
    parser.set_defaults(run=_schema)


def _schema(_arguments: argparse.Namespace) -> int:
    from blueprint_editor.storage.schema import make_schema  # noqa: PLC0415 - only here

    print_json(make_schema())
    return DONE


def add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", help=f"ends with {' or '.join(FILE_ENDINGS)}")
    parser.add_argument("--template", required=True, metavar="NAME", help="see: templates")
    parser.add_argument("--language", metavar="TAG", help="fi, sv or en; else the system's")
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_json(parser, '{"out": text, "id": text, "title": text, "language": text}')
    parser.set_defaults(run=_new)


def _new(arguments: argparse.Namespace) -> int:
    from blueprint_editor.app.resources import ResourceDir  # noqa: PLC0415 - only here
    from blueprint_editor.app.templates import (  # noqa: PLC0415
        TemplateName,
        UnknownTemplateError,
        load_template,
        start_document,
    )

    if not arguments.out.lower().endswith(FILE_ENDINGS):
        raise UsageError(f"OUT must end with {' or '.join(FILE_ENDINGS)}: {arguments.out}")
    check_out(arguments.out, force=arguments.force)
    language = arguments.language or find_system_language()
    try:
        template = load_template(ResourceDir.find(), TemplateName(arguments.template, language))
    except UnknownTemplateError as error:
        raise UsageError(str(error)) from error
    document = start_document(template)
    save_document(document, arguments.out)
    if arguments.json:
        told = {"id": document.id, "title": document.title, "language": document.language}
        print_json({"out": arguments.out, **told})
    else:
        print_text(f"wrote {arguments.out}")
    return DONE


def find_system_language() -> str:
    """Return the language of the program in which the system speaks, else Finnish."""
    from blueprint_editor.language.texts import choose_language  # noqa: PLC0415 - only here

    return choose_language(*(os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")))


def check_out(out: str, *, force: bool) -> None:
    """Judge a place to write before any work is done for it.

    Raises:
        UsageError: the file exists and must not be overwritten.
        FileAccessError: it is a folder, or its folder does not exist.
    """
    path = for_system(out)
    if path.is_dir():
        raise FileAccessError(out, "not_a_file")
    if not path.parent.is_dir():
        raise FileAccessError(out, "missing_folder")
    if not force and os.path.lexists(path):
        raise UsageError(f"{out} exists already; --force overwrites it")


def add_templates(parser: argparse.ArgumentParser) -> None:
    add_json(parser, '[{"name": text, "languages": [text], "titles": {language: text}}, …]')
    parser.set_defaults(run=_templates)


def _templates(arguments: argparse.Namespace) -> int:
    from blueprint_editor.app.resources import ResourceDir  # noqa: PLC0415 - only here
    from blueprint_editor.app.templates import list_templates, load_template  # noqa: PLC0415

    resources = ResourceDir.find()
    titles: dict[str, dict[str, str]] = {}
    for template in list_templates(resources):
        title = load_template(resources, template).title
        titles.setdefault(template.name, {})[template.language] = title
    if arguments.json:
        print_json(
            [{"name": name, "languages": [*own], "titles": own} for name, own in titles.items()]
        )
        return DONE
    width = max(map(len, titles), default=0)
    for name, own in titles.items():
        print_text(f"{name:{width}}  {', '.join(own)}  {own.get('en') or next(iter(own.values()))}")
    return DONE
