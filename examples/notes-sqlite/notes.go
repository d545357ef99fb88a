package main

import (
	"context"
	"database/sql"
	"fmt"

	_ "github.com/mattn/go-sqlite3"
)

type note struct {
	Slug string `json:"slug"`
	Tag  string `json:"tag"`
	Text string `json:"text"`
}

// notes is the database. It is safe for concurrent use.
type notes struct {
	db *sql.DB
}

const schema = `CREATE TABLE IF NOT EXISTS notes (
	slug TEXT PRIMARY KEY,
	tag  TEXT NOT NULL,
	text TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notes_tag ON notes (tag);`

func openNotes(ctx context.Context, file string) (*notes, error) {
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=WAL&_synchronous=NORMAL&_busy_timeout=5000")
	if err != nil {
		return nil, err
	}
	// One writer at a time is all that SQLite allows; a few connections let readers go on meanwhile.
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	if _, err := db.ExecContext(ctx, schema); err != nil {
		db.Close()
		return nil, fmt.Errorf("prepare %s: %w", file, err)
	}
	return &notes{db}, nil
}

func (n *notes) close() error { return n.db.Close() }

func (n *notes) bySlug(ctx context.Context, slug string) (found note, err error) {
	row := n.db.QueryRowContext(ctx, "SELECT slug, tag, text FROM notes WHERE slug = ?", slug)
	err = row.Scan(&found.Slug, &found.Tag, &found.Text)
	return found, err
}

func (n *notes) tagged(ctx context.Context, tag string) ([]note, error) {
	rows, err := n.db.QueryContext(ctx, "SELECT slug, tag, text FROM notes WHERE tag = ? ORDER BY slug LIMIT 20", tag)
	if err != nil {
		return nil, err
	}
	defer rows.Close()

	found := []note{}
	for rows.Next() {
		var one note
		if err := rows.Scan(&one.Slug, &one.Tag, &one.Text); err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, rows.Err()
}

func (n *notes) put(ctx context.Context, given note) error {
	_, err := n.db.ExecContext(ctx,
		"INSERT INTO notes (slug, tag, text) VALUES (?, ?, ?) ON CONFLICT (slug) DO UPDATE SET tag = excluded.tag, text = excluded.text",
		given.Slug, given.Tag, given.Text)
	return err
}
