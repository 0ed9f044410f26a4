//go:build sqlite_fts5

package main

import (
	"database/sql"
	"path/filepath"
	"strings"

	_ "github.com/mattn/go-sqlite3"
)

func init() { contenders["fts5"] = fts5{} }

// fts5 is SQLite's full text search: the text stored with it, diacritics folded, hits
// ranked by BM25 and shown with a snippet.
type fts5 struct{}

func (fts5) load(c corpus, folder string) (articles int, err error) {
	db, err := sql.Open("sqlite3", filepath.Join(folder, "fts5.db"))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')`); err != nil {
		return 0, err
	}
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	insert, err := tx.Prepare(`INSERT INTO articles VALUES (?, ?)`)
	if err != nil {
		return 0, err
	}
	err = c.articles(func(list []article) error {
		for _, a := range list {
			if _, err := insert.Exec(a.id, a.text); err != nil {
				return err
			}
			articles++
		}
		return nil
	})
	if err != nil {
		return articles, err
	}
	return articles, tx.Commit()
}

func (fts5) query(folder string) (func(string) (int, error), error) {
	db, err := sql.Open("sqlite3", filepath.Join(folder, "fts5.db"))
	if err != nil {
		return nil, err
	}
	ask, err := db.Prepare(`SELECT id, snippet(articles, 1, '<mark>', '</mark>', '…', 32) FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10`)
	if err != nil {
		return nil, err
	}
	return func(words string) (hits int, err error) {
		quoted := `"` + strings.Join(strings.Fields(words), `" "`) + `"`
		rows, err := ask.Query(quoted)
		if err != nil {
			return 0, err
		}
		defer rows.Close()
		for rows.Next() {
			var id, snippet string
			if err := rows.Scan(&id, &snippet); err != nil {
				return hits, err
			}
			hits++
		}
		return hits, rows.Err()
	}, nil
}
