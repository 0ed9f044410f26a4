package importer

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"seelex/legislation"
)

// extensions of files that are read where a folder is given. A file that is named by
// itself is read whatever it is called.
var extensions = []string{".md", ".markdown", ".txt", ".text", ".pdf", ".xml", ".akn", ".html", ".htm", ".xhtml", ".docx"}

// beside are files that lie beside the texts in a repository.
var beside = []string{"readme", "license", "licence", "contributing", "changelog", "deferred", "code_of_conduct", "security", "notice"}

// Files lists the files of paths: a file as it is, of a folder or the checkout of a
// repository those that look like texts, in the order of their names. Hidden folders
// and what links lead to outside are left alone.
func Files(paths []string) ([]Item, error) {
	var items []Item
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, &legislation.Error{Code: legislation.NotFound, Field: "path", Value: path, Message: "cannot be read", Want: "a file or folder"}
		}
		if !info.IsDir() {
			items = append(items, Item{Path: path})
			continue
		}
		err = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && at != path && strings.HasPrefix(d.Name(), "."):
				return filepath.SkipDir
			case d.Type().IsRegular() && isText(d.Name()):
				items = append(items, Item{Path: at})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(items) == 0 {
		return nil, &legislation.Error{Code: legislation.NotFound, Field: "path", Value: strings.Join(paths, ", "), Message: "has no official texts", Want: "files that end in " + strings.Join(extensions, ", ")}
	}
	return items, nil
}

func isText(name string) bool {
	lower := strings.ToLower(name)
	ext := filepath.Ext(lower)
	return !strings.HasPrefix(name, ".") && slices.Contains(extensions, ext) && !slices.Contains(beside, strings.TrimSuffix(lower, ext))
}
