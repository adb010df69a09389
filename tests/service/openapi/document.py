# SPDX-License-Identifier: Apache-2.0
"""An OpenAPI document: its operations by name, and what is wrong with a value by one of its schemas."""
import jsonschema
import jsonschema.validators


class Document:
    def __init__(self, parsed):
        self.parsed = parsed
        self.resolver = jsonschema.RefResolver("", parsed)
        self.operations = {}
        for path, item in parsed["paths"].items():
            for method, operation in item.items():
                self.operations[operation["operationId"]] = (method.upper(), path, operation)

    def resolved(self, node):
        return self.resolver.resolve(node["$ref"])[1] if "$ref" in node else node

    def errors(self, value, schema):
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver,
                                                    format_checker=jsonschema.FormatChecker())
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(value)]
