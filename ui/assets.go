package ui

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"path"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"seelex/ui/chart/svg"
)

// assets are the static files, read when the first is asked for. Each has the hash of
// its content as validator; an address that carries the hash is kept by browsers for ever.
type assets struct{ files func() map[string]asset }

type asset struct {
	body          []byte
	hash, content string
}

// sheets are the style sheets that make site.css, in the order of their layers.
var sheets = []string{"tokens", "fonts", "base", "layout", "components", "law", "chart", "pages", "views"}

func newAssets(fsys fs.FS) *assets {
	return &assets{sync.OnceValue(func() map[string]asset {
		all, err := readAssets(fsys)
		if err != nil {
			panic(err) // the program carries them
		}
		return all
	})}
}

func readAssets(fsys fs.FS) (map[string]asset, error) {
	all := map[string]asset{}
	err := fs.WalkDir(fsys, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		name = strings.TrimPrefix(name, "static/")
		all[name] = newAsset(name, body)
		return err
	})
	all["css/plot.css"] = newAsset("css/plot.css", []byte(svg.Stylesheet()))
	var site bytes.Buffer
	for _, sheet := range sheets {
		site.Write(all["css/"+sheet+".css"].body)
	}
	site.Write(all["css/plot.css"].body)
	all["css/site.css"] = newAsset("css/site.css", site.Bytes())
	return all, err
}

// contentTypes are those that the mime package does not know on every machine.
var contentTypes = map[string]string{".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}

func newAsset(name string, body []byte) asset {
	sum := sha256.Sum256(body)
	content, ok := contentTypes[path.Ext(name)]
	if !ok {
		content = mime.TypeByExtension(path.Ext(name))
	}
	return asset{body, hex.EncodeToString(sum[:6]), content}
}

// address is where a static file is found, with its hash.
func (a *assets) address(name string) string {
	return "/static/" + name + "?v=" + a.files()[name].hash
}

func (a *assets) serve(c *gin.Context) {
	f, ok := a.files()[strings.TrimPrefix(c.Param("file"), "/")]
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
