"""SQLite numbers rows in the order in which they come; whoever saw people answer could tell whose row is whose.
A table WITHOUT ROWID is stored by its random key. See decisions/0003."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "surveys_response"


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

    dependencies = [("surveys", "0002_closing_keeps_results")]

    operations = [migrations.RunPython(without_rowid, with_rowid)]
