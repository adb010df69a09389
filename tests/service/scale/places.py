# SPDX-License-Identifier: Apache-2.0
"""Whether a statement finds what it joins in one place. Of a distributed table each worker has its own rows: it joins them, and
looks up in them for rows of its own, by their key only. A subquery that is about nothing outside of it runs by itself, first."""
import re

TABLE = re.compile(r"\b(FROM|(?:LEFT )?JOIN|UPDATE) (\w+|\( \))(?: (?:AS )?(?!(?:WHERE|SET|ON|ORDER|LIMIT|GROUP|JOIN|LEFT|UNION|RETURNING)\b)(\w+))?")
EQUAL = re.compile(r"(?<![\w.])(\w+)\.(\w+) = (?:(\w+)\.(\w+)|(\$\d+))")


def divide(statement):
    """The queries within it that stand by themselves, and what is left without them."""
    parts = []
    while True:
        for found in re.finditer(r"\((SELECT\b[^()]*(?:\((?!SELECT\b)[^()]*\)[^()]*)*)\)", statement):
            inner = found.group(1)
            own = {alias or table for _, table, alias in TABLE.findall(inner)}
            if set(re.findall(r"(?<![\w.$])([a-z]\w*)\.\w", inner)) <= own:
                parts.append(inner)
                statement = statement[:found.start()] + "( )" + statement[found.end():]
                break
        else:
            return parts + [statement]


def faults_of(query, keys, groups):
    """Of one that stands by itself: what Citus would not plan. `keys`: table -> what it is distributed by."""
    spread = [(how, table, alias or table) for how, table, alias in TABLE.findall(query) if table in keys]
    if not spread:
        return []
    faults = []
    if TABLE.search(query).group(2) not in keys:
        # Small tables and lists are the same everywhere: each worker would find its own answer for each of their rows.
        if any(how == "LEFT JOIN" for how, _, _ in spread):
            faults.append("an outer join of what is everywhere to what is not")
        if all(query.rfind("EXISTS (", 0, query.find(f" {table} {alias} ")) >= 0 for _, table, alias in spread):
            faults.append("a lookup in what is not everywhere, for what is")
    if len({groups[table] for _, table, _ in spread}) > 1:
        faults.append("tables that are not placed together")
    places = {alias: alias for _, _, alias in spread}

    def place(name):
        while places.setdefault(name, name) != name:
            name = places[name]
        return name

    names = {alias: keys[table] for _, table, alias in spread}
    for one, column, other, other_column, value in EQUAL.findall(query):
        ends = [name if names.get(name) == of else f"{name}.{of}" for name, of in ((one, column), (other, other_column))
                if name]
        if len(ends) == 1:
            ends.append(value)
        places[place(ends[0])] = place(ends[1])
    if len({place(alias) for _, _, alias in spread}) > 1:
        faults.append("rows of several units")
    return faults


def faults(statement, keys, groups):
    statement = re.sub(r"INSERT INTO \w+ ", "", statement)
    return [f"{fault}: {statement}" for part in divide(statement) for fault in faults_of(part, keys, groups)]
