"""Writes the template as CloudFormation gets to see it in the end: loops unrolled, SAM's resources in full.

usage: expand.py TEMPLATE RESULT
"""

import json
import os
import sys
from pathlib import Path

# Which partition and region does not matter, but the translator wants to know.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")
os.environ.setdefault("SAM_CLI_TELEMETRY", "0")

from samcli.lib.cfn_language_extensions.sam_integration import expand_language_extensions  # noqa: E402
from samcli.yamlhelper import yaml_parse  # noqa: E402
from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402

# A stack has no more.
MOST_RESOURCES = 500


def main(source: str, target: str) -> None:
    template = yaml_parse(Path(source).read_text(encoding="utf-8"))
    parameters = template.get("Parameters", {})
    values = {name: parameter.get("Default", "given") for name, parameter in parameters.items()}
    # The code is built before it is deployed; here any address of it will do.
    template["Globals"]["Function"]["CodeUri"] = "s3://built/code.zip"
    template = expand_language_extensions(template, {}, enabled=True).expanded_template
    translator = Translator({}, Parser())
    expanded = translator.translate(template, parameter_values=values, feature_toggle=None)
    count = len(expanded["Resources"])
    print(f"{count} resources of {MOST_RESOURCES} that a stack may have")
    if count > MOST_RESOURCES:
        sys.exit("too many: move some to a stack of their own")
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_text(json.dumps(expanded, indent=1), encoding="utf-8")


main(*sys.argv[1:])
