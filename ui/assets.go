package ui

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"path"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/ui/chart/svg"
)

// assets are the static files. Each has the hash of its content as validator; an
// address that carries the hash is kept by browsers for ever.
type assets struct{ files map[string]asset }

type asset struct {
	body          []byte
	hash, content string
}

// sheets are the style sheets that make site.css, in the order of their layers.
var sheets = []string{"tokens", "fonts", "base", "layout", "components", "law", "chart", "pages", "views"}

func loadAssets(fsys fs.FS) (*assets, error) {
	a := &assets{map[string]asset{}}
	err := fs.WalkDir(fsys, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		a.add(strings.TrimPrefix(name, "static/"), body)
		return err
	})
	a.add("css/plot.css", []byte(svg.Stylesheet()))
	var site bytes.Buffer
	for _, sheet := range sheets {
		site.Write(a.files["css/"+sheet+".css"].body)
	}
	site.Write(a.files["css/plot.css"].body)
	a.add("css/site.css", site.Bytes())
	return a, err
}

// contentTypes are those that the mime package does not know on every machine.
var contentTypes = map[string]string{".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}

func (a *assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	content, ok := contentTypes[path.Ext(name)]
	if !ok {
		content = mime.TypeByExtension(path.Ext(name))
	}
	a.files[name] = asset{body, hex.EncodeToString(sum[:6]), content}
}

// address is where a static file is found, with its hash.
func (a *assets) address(name string) string {
	return "/static/" + name + "?v=" + a.files[name].hash
}

func (a *assets) serve(c *gin.Context) {
	f, ok := a.files[strings.TrimPrefix(c.Param("file"), "/")]
	if !ok {
		c.String(404, "no such file\n")
		return
	}
	switch {
	case c.Query("v") == f.hash:
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	case strings.HasPrefix(f.content, "font/"):
		c.Header("Cache-Control", "public, max-age=2592000")
	default:
		c.Header("Cache-Control", "no-cache")
	}
	validator := `"` + f.hash + `"`
	c.Header("ETag", validator)
	if c.GetHeader("If-None-Match") == validator {
		c.Status(304)
		return
	}
	c.Data(200, f.content, f.body)
}
