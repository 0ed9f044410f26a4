package corpus

import (
	"testing"
	"time"
)

func TestLoad(t *testing.T) {
	start := time.Now()
	c, err := Load(Embedded())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v in %v", c.Count(), time.Since(start))
}
