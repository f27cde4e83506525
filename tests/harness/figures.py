"""`make figures`: the house in numbers, as in docs/architecture.md. To look at, not to cut code for."""

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

APPS = ("bkk_portal", "placements", "trainings")
WINDOW = 10  # lines of one shape that make two places a pair
COMMON = 8  # places that share a window before it is too common to count
WORD = re.compile(r"[A-Za-z_]\w*")
KEYWORDS = frozenset(
    "if elif else for in while with as try except return yield def class from import not and or is None".split()
)


def tracked(root, *folders):
    listed = subprocess.run(["git", "ls-files", *folders], cwd=root, capture_output=True, text=True, check=True)
    return [Path(root, line) for line in listed.stdout.splitlines() if Path(root, line).exists()]


def is_migration(path):
    return "migrations" in path.parts


def app_files(root):
    """Python of the apps, without migrations and empty files."""
    files = [path for path in tracked(root, *APPS) if path.suffix == ".py" and not is_migration(path)]
    return [path for path in files if path.read_text(encoding="utf-8").strip()]


def functions(trees):
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def p90(values):
    return sorted(values)[int(len(values) * 0.9)]


def used_once(trees):
    """Undecorated functions of modules whose name occurs once beside their own definition."""
    names = Counter()
    for tree in trees:
        for node in ast.walk(tree):
            names.update(
                [node.id] if isinstance(node, ast.Name) else [node.attr] if isinstance(node, ast.Attribute) else []
            )
    tops = [
        node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef) and not node.decorator_list
    ]
    return sum(names[node.name] == 1 for node in tops)


def shape(line):
    text = re.sub(r"\"[^\"]*\"|'[^']*'", "S", line.strip())
    text = WORD.sub(lambda word: word[0] if word[0] in KEYWORDS else "N", text)
    return re.sub(r"\d+", "0", text)


def lines_of(path):
    """What counts of a file: no blank lines, comments, imports and lone punctuation."""
    skipped = ("#", "from ", "import ", "{#")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if WORD.search(line)]
    return [shape(line) for line in lines if not line.strip().startswith(skipped)]


def same_shape_pairs(paths):
    """Pairs of files that share ten lines in a row, alike but for names, strings and numbers."""
    places = defaultdict(set)
    for path in paths:
        lines = lines_of(path)
        for start in range(len(lines) - WINDOW + 1):
            places["\n".join(lines[start : start + WINDOW])].add(path)
    pairs = set()
    for found in places.values():
        if 1 < len(found) <= COMMON:
            ordered = sorted(found)
            pairs.update((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :])
    return len(pairs)


def figures(root):
    files = app_files(root)
    texts = [path.read_text(encoding="utf-8") for path in files]
    trees = [ast.parse(text) for text in texts]
    lines = [len(text.splitlines()) for text in texts]
    lengths = [node.end_lineno - node.lineno + 1 for node in functions(trees)]
    folders = Counter(path.parent for path in files if path.name != "__init__.py")
    migrations = [path for path in tracked(root, *APPS) if is_migration(path) and path.suffix == ".py"]
    templates = [path for path in tracked(root, "templates") if path.suffix == ".html"]
    return {
        "app files": len(files),
        "app lines": sum(lines),
        "files a thousand lines": round(1000 * len(files) / sum(lines), 1),
        "most files side by side": max(folders.values()),
        "migrations, lines": sum(len(path.read_text(encoding="utf-8").splitlines()) for path in migrations),
        "module median / p90 / longest": f"{statistics.median(lines):.0f} / {p90(lines)} / {max(lines)}",
        "function median / p90 / longest": f"{statistics.median(lengths):.0f} / {p90(lengths)} / {max(lengths)}",
        "functions used once": used_once(trees),
        "same-shape pairs of files": same_shape_pairs([*files, *templates]),
        "related_model detours": sum(text.count("related_model.objects") for text in texts),
        "templates: files / lines": f"{len(templates)} / {sum(path.read_text().count(chr(10)) for path in templates)}",
    }


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1] if sys.argv[1:] else ".").resolve()).items():
        print(f"{name:<34}{value}")
