"""Names and types of provider arguments, out of the bindings that HashiCorp generated from the providers' schemas.

Providers cannot be downloaded here, so that `terraform validate` cannot look at companion files. The bindings come from
npm: `npm pack @cdktf/provider-aws` and so on; unpack each into a folder of its provider's name. Usage:

    python3 tests/schemas/extract.py FOLDER aws_s3_bucket data.aws_iam_policy_document ... > tests/schemas/providers.json
"""

import json
import pathlib
import re
import sys

MEMBER = re.compile(r"/\*\*(.*?)\*/\s*readonly (\w+)(\??): ([^;]+);", re.S)
INTERFACE = re.compile(r"export interface (\w+) (?:extends [\w.]+ )?\{(.*?)\n\}", re.S)
LINK = re.compile(r"registry/providers/[\w/-]+/([\w.-]+)/|providers/\w+/\w+/([\w.-]+)/docs")


def kind(text, interfaces):
    text = text.replace(" | cdktf.IResolvable", "").replace("(", "").replace(")", "")
    if text in ("string", "number", "boolean"):
        return {"boolean": "bool"}.get(text, text)
    if text.startswith("{ [key: string]"):
        return "map"
    name = text.removesuffix("[]")
    if name in interfaces:
        return fields(interfaces[name], interfaces)
    return "list" if text.endswith("[]") else "any"


def fields(body, interfaces):
    out = {}
    for comment, _, optional, type_ in MEMBER.findall(body):
        name = re.search(r"#(\w+) ", comment)
        if not name:
            continue
        name = name.group(1)
        is_block = bool(re.search(rf"^\s*\*\s*{name} block\s*$", comment, re.M))
        # Bindings add an id that no block takes.
        if name == "id" and optional:
            continue
        out[name] = {"required": not optional, "block": is_block, "kind": kind(type_, interfaces)}
    return out


def main():
    folder, *wanted = sys.argv[1:]
    out = {}
    for name in sorted(wanted):
        is_data = name.startswith("data.")
        bare = name.removeprefix("data.")
        provider = bare.split("_")[0]
        rest = bare[len(provider) + 1 :].replace("_", "-")
        lib = f"data-{provider}-{rest}" if is_data else rest
        file = pathlib.Path(folder, provider, "package", "lib", lib, "index.d.ts")
        if not file.exists():
            print(f"no bindings of {name}", file=sys.stderr)
            continue
        text = file.read_text()
        interfaces = dict(INTERFACE.findall(text))
        config = next(body for name_, body in INTERFACE.findall(text) if "TerraformMetaArguments" in text.split(f"interface {name_} ")[1][:80])
        entry = out.setdefault(provider, {"version": "", "types": {}})
        version = re.search(r"registry\.terraform\.io/providers/\w+/\w+/([\w.-]+)/docs", text)
        entry["version"] = version.group(1) if version else entry["version"]
        entry["types"][name] = fields(config, interfaces)
    # One type a line, so that a change is seen.
    text = json.dumps(out, separators=(",", ":"), sort_keys=True)
    for name in wanted:
        text = text.replace(f',"{name}":{{', f',\n"{name}":{{').replace(f'{{"{name}":{{', f'{{\n"{name}":{{')
    print(text)


main()
