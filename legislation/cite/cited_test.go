package cite

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What courts, prosecutors, authors and gazettes write opens what they mean, and where
// that is not one place, none is opened: testdata/cited.txt says which, for anybody to
// read and extend.
func TestReadAsCited(t *testing.T) {
	file, err := os.Open("testdata/cited.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		typed, want, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("testdata/cited.txt: %q is not \"citation => id\"", line)
		}
		n++
		query, err := strconv.Unquote(`"` + strings.ReplaceAll(typed, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("testdata/cited.txt: %q: %v", typed, err)
		}
		on := today
		if strings.HasPrefix(want, "[") {
			var date string
			date, want, _ = strings.Cut(want[1:], "] ")
			on = day(date)
		}
		want, missing, _ := strings.Cut(want, " -- ")
		got := loaded.reader.Read(query, on)
		if !opens(got, want) || !strings.Contains(strings.Join(got.NotUnderstood, " "), missing) {
			t.Errorf("%s\n\twant %s, not understood %q\n\tgot %q, candidates %s, not understood %q", typed, want, missing, got.ID, ids(got.Candidates), got.NotUnderstood)
		}
	}
	t.Logf("%d citations", n)
}

// opens reports whether a result is the id, has the candidates "? id id …", or is none
// for "nothing".
func opens(got Result, want string) bool {
	if want == "nothing" {
		return !got.Is() && len(got.NotUnderstood) == 0
	}
	list, several := strings.CutPrefix(want, "?")
	if !several {
		return string(got.ID) == want && len(got.Candidates) == 0
	}
	ids := strings.Fields(list)
	if n := len(ids) - 1; n >= 0 && ids[n] == "…" {
		ids = ids[:n]
	} else if len(got.Candidates) != len(ids) {
		return false
	}
	return got.ID == "" && len(got.Candidates) > 0 && len(got.Candidates) >= len(ids) &&
		slices.EqualFunc(ids, got.Candidates[:len(ids)], func(id string, c Candidate) bool { return id == string(c.ID) })
}
