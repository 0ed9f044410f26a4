//go:build sqlite_fts5

package bench

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"seelex/index/judged"
	"seelex/legislation"
)

// configurations are PostgreSQL's text search configurations, with the language of
// seelex's analysis that each is best for. For the others there is none.
var configurations = []struct{ name, language string }{
	{"english", "en"}, {"greek", "el"}, {"romanian", "ro"}, {"serbian", "sh"}, {"turkish", "tr"},
}

// others are the languages without a configuration: read by "plain", which is simple
// with unaccent.
var others = []string{"sq", "mk", "bg", "sl"}

// columns are the ways of indexing: each has a column for each configuration, and they
// are searched together.
var columns = []struct {
	name string
	of   []string
}{
	{"stemmed, the rest plain", []string{"english", "greek", "romanian", "serbian", "turkish", "rest"}},
	{"stemmed, and all plain", []string{"english", "greek", "romanian", "serbian", "turkish", "everything"}},
	{"unaccented and stemmed, the rest plain", []string{"english_bare", "greek_bare", "romanian_bare", "serbian_bare", "turkish_bare", "rest"}},
}

const postgresSchema = `
CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION plain ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, simple;
CREATE TABLE documents (number INT PRIMARY KEY, id TEXT, jurisdiction TEXT, type TEXT, confidence TEXT, topics TEXT[], first INT, last INT);
-- Any of the words of a search; one with exclusions is left as it is.
CREATE FUNCTION any_of(regconfig, text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN q::text LIKE '%!%' THEN q ELSE replace(q::text, ' & ', ' | ')::tsquery END FROM websearch_to_tsquery($1, $2) q $$;
CREATE FUNCTION all_of(regconfig, text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$ SELECT websearch_to_tsquery($1, $2) $$;`

// Postgres is the documents in a table with a tsvector for each configuration.
type Postgres struct {
	cluster *cluster
	conn    *pgx.Conn
	today   legislation.Day
}

// OpenPostgres starts a cluster of its own and fills a table.
func OpenPostgres(ctx context.Context, docs []Document, today legislation.Day) (*Postgres, error) {
	c, err := startCluster(ctx)
	if err != nil {
		return nil, fmt.Errorf("postgres: %w", err)
	}
	p := &Postgres{cluster: c, today: today}
	if p.conn, err = c.connect(ctx); err == nil {
		err = p.fill(ctx, docs)
	}
	if err != nil {
		return nil, fmt.Errorf("postgres: %w", errors.Join(err, p.Close()))
	}
	return p, nil
}

// Close ends the server and removes its cluster.
func (p *Postgres) Close() error {
	if p.conn != nil {
		_ = p.conn.Close(context.Background()) // the server ends it otherwise
	}
	return p.cluster.stop()
}

func (p *Postgres) fill(ctx context.Context, docs []Document) error {
	if _, err := p.conn.Exec(ctx, postgresSchema); err != nil {
		return err
	}
	for i, d := range docs {
		if _, err := p.conn.Exec(ctx, "INSERT INTO documents VALUES ($1,$2,$3,$4,$5,$6,$7,$8)", i, string(d.ID), d.Jurisdiction, d.Type, d.Confidence, orEmpty(d.Topics), int(d.First), int(d.Last)); err != nil {
			return err
		}
	}
	for _, c := range configurations {
		if err := p.addColumn(ctx, c.name, c.name, docs, c.language); err != nil {
			return err
		}
		bare := c.name + "_bare"
		create := fmt.Sprintf(`CREATE TEXT SEARCH CONFIGURATION %s (COPY = %s);
			ALTER TEXT SEARCH CONFIGURATION %s ALTER MAPPING FOR hword, hword_part, word WITH unaccent, %s_stem`, bare, c.name, bare, c.name)
		if _, err := p.conn.Exec(ctx, create); err != nil {
			return err
		}
		if err := p.addColumn(ctx, bare, bare, docs, c.language); err != nil {
			return err
		}
	}
	if err := p.addColumn(ctx, "rest", "plain", docs, others...); err != nil {
		return err
	}
	if err := p.addColumn(ctx, "everything", "plain", docs); err != nil {
		return err
	}
	// A plan of its own for each search: the words are then constants, read once.
	_, err := p.conn.Exec(ctx, "SET plan_cache_mode = force_custom_plan")
	if err == nil {
		_, err = p.conn.Exec(ctx, "VACUUM ANALYZE documents")
	}
	return err
}

// addColumn indexes the texts of the given languages, of all when none is given.
func (p *Postgres) addColumn(ctx context.Context, column, configuration string, docs []Document, languages ...string) error {
	if _, err := p.conn.Exec(ctx, "ALTER TABLE documents ADD "+column+" tsvector"); err != nil {
		return err
	}
	set := fmt.Sprintf("UPDATE documents SET %s = setweight(to_tsvector('%s', $2), 'A') || setweight(to_tsvector('%s', $3), 'B') WHERE number = $1", column, configuration, configuration)
	for i, d := range docs {
		if _, err := p.conn.Exec(ctx, set, i, texts(d.Heads, languages...), texts(d.Bodies, languages...)); err != nil {
			return err
		}
	}
	_, err := p.conn.Exec(ctx, fmt.Sprintf("CREATE INDEX ON documents USING gin (%s)", column))
	return err
}

// Ways are the ways of indexing, of ranking, and any of the words or all of them first.
func (p *Postgres) Ways() []Way {
	var ways []Way
	for _, indexed := range columns {
		for _, rank := range []string{"ts_rank_cd", "ts_rank"} {
			for _, body := range []float64{0.1, 0.4} {
				some, all := statement(indexed.of, "any_of", rank, body), statement(indexed.of, "all_of", rank, body)
				name := fmt.Sprintf("%s, headings × %g; %s", rank, 1/body, indexed.name)
				ways = append(ways,
					Way{name + "; OR", func(ctx context.Context, q judged.Query) ([]string, error) { return p.match(ctx, some, q) }},
					Way{name + "; AND, then OR", func(ctx context.Context, q judged.Query) ([]string, error) { return p.allFirst(ctx, all, some, q) }})
			}
		}
	}
	return ways
}

func (p *Postgres) allFirst(ctx context.Context, all, some string, q judged.Query) ([]string, error) {
	ids, err := p.match(ctx, all, q)
	if err != nil || len(ids) == Hits {
		return ids, err
	}
	more, err := p.match(ctx, some, q)
	return join(ids, more), err
}

// statement matches the words in any of the columns and adds what they rank.
func statement(cols []string, words, rank string, body float64) string {
	var queries, matches, ranks []string
	for _, c := range cols {
		configuration := c
		if c == "rest" || c == "everything" {
			configuration = "plain"
		}
		queries = append(queries, fmt.Sprintf("%s('%s', $1) AS q_%s", words, configuration, c))
		matches = append(matches, fmt.Sprintf("%s @@ q_%s", c, c))
		ranks = append(ranks, fmt.Sprintf("%s('{0,0,%g,1}', %s, q_%s)", rank, body, c, c))
	}
	return fmt.Sprintf(`SELECT id FROM documents, (SELECT %s) queries
WHERE (%s) AND first <= $2 AND last >= $2
	AND (cardinality($3::text[]) = 0 OR jurisdiction = ANY($3))
	AND (cardinality($4::text[]) = 0 OR type = ANY($4))
	AND (cardinality($5::text[]) = 0 OR confidence = ANY($5))
	AND (cardinality($6::text[]) = 0 OR topics && $6)
ORDER BY %s DESC, id LIMIT %d`, strings.Join(queries, ", "), strings.Join(matches, " OR "), strings.Join(ranks, " + "), Hits)
}

func (p *Postgres) match(ctx context.Context, statement string, q judged.Query) ([]string, error) {
	on, err := day(q, p.today)
	if err != nil {
		return nil, err
	}
	f := q.Filters
	rows, err := p.conn.Query(ctx, statement, q.Text, int(on), orEmpty(f.Jurisdictions), orEmpty(f.Types), orEmpty(f.Confidence), orEmpty(f.Topics))
	if err != nil {
		return nil, fmt.Errorf("postgres: %s: %w", q.Text, err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("postgres: %s: %w", q.Text, err)
	}
	return ids, nil
}

func orEmpty(values []string) []string {
	if values == nil {
		return []string{}
	}
	return values
}
