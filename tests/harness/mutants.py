"""`make mutants rooms="people trainings/equipment"`: breaks the code on purpose and sees whether the tests notice.

One fault at a time, in copies of the tree, against the tests of the faulty module's room: SQLite first, and for a
row lock the races on PostgreSQL. Without rooms: all of them, which takes a night. `--most 40` takes a sample.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from tests.harness.check import tests_of

ROOT = Path(__file__).parents[2]
TREES = ROOT / ".artefacts/mutants"
CODE = ("bkk_portal", "placements", "trainings")
LIMIT = 240  # seconds; a mutant that hangs is noticed
WHOLE_FILES = {"actions.py", "rules.py", "ledger.py", "states.py"}
FLIPPED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
NARROWING = {"filter", "exclude"}


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    start: int
    end: int
    text: str
    what: str

    @property
    def is_lock(self):
        return self.what.startswith("row lock")

    def __str__(self):
        return f"{self.path}:{self.line} {self.what}"


def replacements(node):
    """(new text, what it is called) of each fault that fits this node."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in FLIPPED:
        flipped = ast.Compare(node.left, [FLIPPED[type(node.ops[0])]()], node.comparators)
        yield f"({ast.unparse(flipped)})", f"comparison turned: {ast.unparse(node)}"
    elif isinstance(node, ast.BoolOp):
        other = ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        yield f"({ast.unparse(other)})", f"and/or changed: {ast.unparse(node)}"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"({ast.unparse(node.operand)})", f"not dropped: {ast.unparse(node)}"
    elif isinstance(node, ast.Call):
        yield from calls(node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "pass", f"left out: {ast.unparse(node)}"


def calls(node):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "select_for_update":
        yield ast.unparse(node.func.value), f"row lock removed: {ast.unparse(node)}"
    elif name == "locked" and isinstance(node.func, ast.Name):
        row = ast.unparse(node.args[0])
        yield f"type({row}).objects.get(pk={row}.pk)", f"row lock removed: {ast.unparse(node)}"
    elif name in NARROWING and node.keywords and isinstance(node.func, ast.Attribute):
        for keyword in node.keywords:
            rest = [other for other in node.keywords if other is not keyword]
            yield ast.unparse(ast.Call(node.func, node.args, rest)), f"{name}({ast.unparse(keyword)}) dropped"


def wanted(path, tree):
    """The parts of a module that decide something: actions, rules, ledger and figures whole, of the rest its doors."""
    if path.name in WHOLE_FILES or "figures" in path.parts:
        return [tree]
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.name == "visible_to" or "select_for_update" in ast.unparse(node))
    ]


def mutants_of(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    starts = [0]
    for text in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(text))
    for part in wanted(path, ast.parse(source)):
        for node in ast.walk(part):
            for text, what in replacements(node):
                start = starts[node.lineno - 1] + node.col_offset
                end = starts[node.end_lineno - 1] + node.end_col_offset
                yield Mutant(str(path), node.lineno, start, end, text, " ".join(what.split())[:110])


def modules(rooms):
    tracked = subprocess.run(["git", "ls-files", *CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in tracked.stdout.split():
        path = Path(name)
        inside = not rooms or any(f"/{room.strip('/')}/" in f"/{name}" for room in rooms)
        if inside and path.suffix == ".py" and not {"migrations", "demo", "management"} & set(path.parts):
            yield path


def copy_of_tree(number):
    """A copy of what git tracks, as it stands in the working tree."""
    tree = TREES / f"tree{number}"
    shutil.rmtree(tree, ignore_errors=True)
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in tracked.stdout.split("\n"):
        if name and (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tree / name)
    return tree


def tests_fail(tree, mutant):
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", tests_of(mutant.path) or "tests"]
    environ = {**os.environ, "PORTAL_TEST_DB": "sqlite", "PYTHONPATH": str(tree)}
    if mutant.is_lock:
        command += ["-m", "races"]
        environ["PORTAL_TEST_DB"] = "postgresql"
    try:
        done = subprocess.run(command, cwd=tree, env=environ, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 5)  # 5: no test was there to notice


def is_killed(mutant, trees):
    tree = trees.get()
    faulty = tree / mutant.path
    sound = faulty.read_bytes()
    try:
        faulty.write_bytes(sound[: mutant.start] + mutant.text.encode() + sound[mutant.end :])
        return tests_fail(tree, mutant)
    finally:
        faulty.write_bytes(sound)
        trees.put(tree)


def chosen(options):
    found = [mutant for path in modules(options.rooms) for mutant in mutants_of(path)]
    if options.locks:
        found = [mutant for mutant in found if mutant.is_lock]
    if options.most and len(found) > options.most:
        found = random.Random(options.seed).sample(found, options.most)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", help='a room or sub-room, as "people" or "trainings/equipment"')
    parser.add_argument("--most", type=int, default=0, help="a random sample of so many")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--locks", action="store_true", help="removed row locks only")
    options = parser.parse_args()
    mutants = chosen(options)
    trees = Queue()
    for number in range(2):
        trees.put(copy_of_tree(number))
    survivors, started = [], time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        for mutant, killed in zip(mutants, pool.map(lambda each: is_killed(each, trees), mutants), strict=True):
            print("killed  " if killed else "SURVIVED", mutant, flush=True)
            survivors += [] if killed else [mutant]
    killed = len(mutants) - len(survivors)
    share, seconds = killed / max(len(mutants), 1), time.monotonic() - started
    print(f"\n{killed} of {len(mutants)} noticed ({share:.0%}), {seconds:.0f} s")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
