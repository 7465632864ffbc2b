"""The pages that are made from the code say what the code says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kuultu.desk import rules as desk_rules
from kuultu.ground.people.rules import RULES

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("script", ["permissions.py", "privacy_record.py", "coverage.py"])
def test_the_page_is_what_the_code_says(script: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, f"scripts/{script}", "--check"],
        cwd=ROOT, env=os.environ | {"KUULTU_DATA_DIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_rule_says_what_it_allows_and_when() -> None:
    assert desk_rules.may_export is not None
    assert [rule.name for rule in RULES if not rule.does or not rule.condition or not rule.roles] == []


def test_no_two_rules_of_a_room_have_one_name() -> None:
    named = [(rule.room, rule.name) for rule in RULES]
    assert sorted(named) == sorted(set(named))
