"""Holds the pages' data for search engines against the vocabulary of schema.org: each type, property and kind of value.

python structured.py FOLDER prints how many pages were read, then one line for each fault.
"""
import json
import pathlib
import re
import sys

import msgspec_schemaorg.models as models

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def kinds(of):
    """What each property of a type may hold, by its own and its ancestors' annotations."""
    out = {}
    for one in reversed(of.__mro__):
        out.update({name: str(kind) for name, kind in getattr(one, "__annotations__", {}).items()})
    return out


def faults(value, where="", within=None):
    name = value.get("@type")
    of = getattr(models, name, None) if isinstance(name, str) else None
    if of is None:
        return [f"{where}: no type {name}"]
    if within and not any(re.search(rf"\b{one.__name__}\b", within) for one in of.__mro__):
        return [f"{where}: {name} does not belong here"]
    out = []
    allowed = kinds(of)
    for key, held in value.items():
        if key.startswith("@"):
            continue
        if key not in allowed:
            out.append(f"{where}: {name} has no {key}")
            continue
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                out += faults(one, f"{where}.{key}", allowed[key])
            elif not re.search(rf"\b{type(one).__name__}\b", allowed[key]):
                out.append(f"{where}: {key} of {name} does not hold {type(one).__name__}")
    return out


pages, found = 0, []
for page in sorted(pathlib.Path(sys.argv[1]).rglob("*.html")):
    for text in DATA.findall(page.read_text()):
        pages += 1
        data = json.loads(text)
        if data.get("@context") != "https://schema.org":
            found.append(f"{page}: no context")
        found += faults(data, page.relative_to(sys.argv[1]).as_posix())
print(pages)
print("\n".join(found))
