//go:build sqlite_fts5

package bench

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	_ "github.com/mattn/go-sqlite3" // registers sqlite3

	"seelex/index/judged"
	"seelex/legislation"
)

const sqliteSchema = `
CREATE TABLE documents (id TEXT, jurisdiction TEXT, type TEXT, confidence TEXT, topics TEXT, first INT, last INT);
CREATE VIRTUAL TABLE texts USING fts5(head, body, tokenize = "unicode61 remove_diacritics 2");`

const sqliteQuery = `
SELECT d.id FROM texts JOIN documents d ON d.rowid = texts.rowid
WHERE texts MATCH ?1 AND d.first <= ?2 AND d.last >= ?2
	AND (?3 = '[]' OR d.jurisdiction IN (SELECT value FROM json_each(?3)))
	AND (?4 = '[]' OR d.type IN (SELECT value FROM json_each(?4)))
	AND (?5 = '[]' OR d.confidence IN (SELECT value FROM json_each(?5)))
	AND (?6 = '[]' OR EXISTS (SELECT 1 FROM json_each(d.topics) t WHERE t.value IN (SELECT value FROM json_each(?6))))
ORDER BY bm25(texts, ?7, 1.0), d.id LIMIT ?8`

// SQLite is the documents in an FTS5 table in memory.
type SQLite struct {
	db    *sql.DB
	query *sql.Stmt
	today legislation.Day
}

// OpenSQLite fills an FTS5 table.
func OpenSQLite(docs []Document, today legislation.Day) (*SQLite, error) {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	s := &SQLite{db: db, today: today}
	if err := s.fill(docs); err != nil {
		db.Close()
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	return s, nil
}

func (s *SQLite) fill(docs []Document) error {
	if _, err := s.db.Exec(sqliteSchema); err != nil {
		return err
	}
	for i, d := range docs {
		if _, err := s.db.Exec("INSERT INTO documents (rowid, id, jurisdiction, type, confidence, topics, first, last) VALUES (?,?,?,?,?,?,?,?)",
			i+1, string(d.ID), d.Jurisdiction, d.Type, d.Confidence, list(d.Topics), int(d.First), int(d.Last)); err != nil {
			return err
		}
		if _, err := s.db.Exec("INSERT INTO texts (rowid, head, body) VALUES (?,?,?)", i+1, texts(d.Heads), texts(d.Bodies)); err != nil {
			return err
		}
	}
	if _, err := s.db.Exec("INSERT INTO texts (texts) VALUES ('optimize')"); err != nil {
		return err
	}
	var err error
	s.query, err = s.db.Prepare(sqliteQuery)
	return err
}

// Close frees it.
func (s *SQLite) Close() error { return s.db.Close() }

// Ways are any of the words or all of them first, whole or as beginnings of words, and
// weights of headings.
func (s *SQLite) Ways() []Way {
	var ways []Way
	for _, weight := range []float64{1, 2.5, 5, 10} {
		for _, suffix := range []string{"", "*"} {
			for _, allFirst := range []bool{false, true} {
				name := fmt.Sprintf("bm25, headings × %g", weight)
				if suffix != "" {
					name += ", words as prefixes"
				}
				name += map[bool]string{false: ", OR", true: ", AND, then OR"}[allFirst]
				ways = append(ways, Way{name, func(ctx context.Context, q judged.Query) ([]string, error) {
					return s.ask(ctx, q, weight, suffix, allFirst)
				}})
			}
		}
	}
	return ways
}

func (s *SQLite) ask(ctx context.Context, q judged.Query, weight float64, suffix string, allFirst bool) ([]string, error) {
	var quoted []string
	for _, w := range words(q.Text) {
		quoted = append(quoted, `"`+w+`"`+suffix)
	}
	if len(quoted) == 0 {
		return nil, nil
	}
	var ids []string
	if allFirst {
		all, err := s.match(ctx, q, strings.Join(quoted, " AND "), weight)
		if err != nil || len(all) == Hits {
			return all, err
		}
		ids = all
	}
	some, err := s.match(ctx, q, strings.Join(quoted, " OR "), weight)
	return join(ids, some), err
}

func (s *SQLite) match(ctx context.Context, q judged.Query, match string, weight float64) ([]string, error) {
	on, err := day(q, s.today)
	if err != nil {
		return nil, err
	}
	f := q.Filters
	rows, err := s.query.QueryContext(ctx, match, int(on), list(f.Jurisdictions), list(f.Types), list(f.Confidence), list(f.Topics), weight, Hits)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %s: %w", match, err)
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("sqlite: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// list is a list as JSON, [] when there is none.
func list(values []string) string {
	if len(values) == 0 {
		return "[]"
	}
	data, _ := json.Marshal(values) // strings always can be
	return string(data)
}
