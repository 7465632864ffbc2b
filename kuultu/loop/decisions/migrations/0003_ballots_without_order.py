"""SQLite numbers the rows of a table in the order in which they come, behind the table's own key. Beside `Spent`,
which has such numbers too, this would tell who cast which ballot. A table WITHOUT ROWID is stored by its random key.

PostgreSQL has no such number; there the rewriting when the vote closes does the same.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "decisions_ballot"


def without_rowid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    rebuild(editor, " WITHOUT ROWID")


def with_rowid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    rebuild(editor, "")


def rebuild(editor: BaseDatabaseSchemaEditor, ending: str) -> None:
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [TABLE])
        made = cursor.fetchone()[0].removesuffix(" WITHOUT ROWID")
        cursor.execute("SELECT sql FROM sqlite_master WHERE tbl_name = %s AND type = 'index' AND sql IS NOT NULL", [TABLE])
        indexes = [row[0] for row in cursor.fetchall()]
        cursor.execute(f"ALTER TABLE {TABLE} RENAME TO {TABLE}_before")
        cursor.execute(made + ending)
        cursor.execute(f"INSERT INTO {TABLE} SELECT * FROM {TABLE}_before ORDER BY random()")
        cursor.execute(f"DROP TABLE {TABLE}_before")
        for index in indexes:
            cursor.execute(index)


class Migration(migrations.Migration):

    dependencies = [("decisions", "0002_ideas_paper_and_closing")]

    operations = [migrations.RunPython(without_rowid, with_rowid)]
