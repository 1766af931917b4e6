"""Parses SQL files by PostgreSQL's own parser (pglast), the bodies of functions too. Prints statement names as JSON."""

import json
import sys

import pglast

out = {}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    names = []
    for raw in pglast.parse_sql(text):
        name = type(raw.stmt).__name__
        if name in ("CreateFunctionStmt", "DoStmt"):
            end = raw.stmt_location + raw.stmt_len if raw.stmt_len else len(text)
            pglast.parse_plpgsql(text.encode()[raw.stmt_location : end].decode())
        names.append(name)
    out[path] = names
print(json.dumps(out))
