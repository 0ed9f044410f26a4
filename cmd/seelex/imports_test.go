package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Imports point one way: cmd → api, ui → index, compare, cite → store → legislation. What a
// folder and those below it may not import is listed from below; tests may.
func TestImportsPointOneWay(t *testing.T) {
	const own, bolt, bleve, gin = "seelex/", "go.etcd.io/bbolt", "github.com/blevesearch/", "github.com/gin-gonic/gin"
	above := func(layers ...string) (paths []string) {
		for _, l := range layers {
			paths = append(paths, own+l)
		}
		return paths
	}
	forbidden := map[string][]string{
		"legislation":                    append(above("index", "api", "ui", "cmd"), bleve, gin),
		"legislation/corpus":             above("legislation/"),
		"legislation/derived":            above("legislation"),
		"legislation/jsonpart":           above("legislation"),
		"legislation/compare":            append(above("legislation/store", "legislation/cite", "legislation/official"), bolt),
		"legislation/cite":               append(above("legislation/store", "legislation/compare", "legislation/official"), bolt),
		"legislation/store":              above("legislation/compare", "legislation/cite", "legislation/official", "legislation/corpus"),
		"legislation/official/structure": above("legislation"), // the readers of official texts know no records
		"index":                          append(above("api", "ui", "cmd", "legislation/store", "legislation/compare"), gin, bolt),
		"index/lang":                     above("index/judged", "legislation"),
		"api":                            append(above("ui", "cmd"), bleve, bolt),
		"api/answer":                     {gin},
		"api/export":                     {gin},
		"ui":                             append(above("cmd", "legislation/store"), bleve, bolt),
		"ui/chart":                       {own + "api", gin},
	}
	files := 0
	eachImport(t, filepath.Join("..", ".."), func(file, imported string) {
		files++
		for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
			for _, not := range forbidden[folder] {
				if strings.HasPrefix(imported, not) && !strings.HasPrefix(imported+"/", own+folder+"/") {
					t.Errorf("%s imports %s, which %s may not know", file, imported, folder)
				}
			}
		}
		if path.Dir(file) == "legislation" && strings.HasPrefix(imported, own) {
			t.Errorf("%s imports %s: the domain imports nothing of ours", file, imported)
		}
	})
	if files < 1000 {
		t.Errorf("only %d imports were read", files)
	}
}

// eachImport goes through what the program's files import, tests left out.
func eachImport(t *testing.T, root string, do func(file, imported string)) {
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		file, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for _, i := range parsed.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			do(filepath.ToSlash(file), imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
