// Lists what can leak in the packages of a Go program: go statements, contexts, timers, channel operations, responses of HTTP clients,
// pools, and package-level maps and slices that grow. It reads what `go list -export -deps -json` printed from the file that is named, so that types
// are those of the build, and answers with one JSON array on stdout.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
)

// Package is what the go command told of one package.
type Package struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Export     string
	ImportMap  map[string]string
	Own        bool
}

// Site is one place where something can leak. File is absolute. It is run whenever the statement at Counted is, line and column as in
// coverage profiles: what stands behind `case` in a select is evaluated where the select begins.
type Site struct {
	Kind     string `json:"kind"`
	Package  string `json:"package"`
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Counted  [2]int `json:"counted"`
}

func main() {
	packages, err := open(os.Args[1:])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(Inventory(packages))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func open(arguments []string) ([]Package, error) {
	if len(arguments) != 1 {
		return nil, fmt.Errorf("want one file, got %d", len(arguments))
	}
	file, err := os.Open(arguments[0])
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return decode(file)
}

func decode(from io.Reader) ([]Package, error) {
	var packages []Package
	decoder := json.NewDecoder(from)
	for {
		var one Package
		if err := decoder.Decode(&one); err == io.EOF {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, one)
	}
}

// Inventory lists the sites of the own packages, in the order of the packages and their files. What doesn't type-check is read as far as it goes.
func Inventory(packages []Package) []Site {
	exports := map[string]string{}
	for _, one := range packages {
		exports[one.ImportPath] = one.Export
	}
	sites := []Site{}
	for _, one := range packages {
		if one.Own {
			sites = append(sites, read(one, exports)...)
		}
	}
	return sites
}

func read(one Package, exports map[string]string) []Site {
	fileSet := token.NewFileSet()
	var files []*ast.File
	for _, name := range append(append([]string{}, one.GoFiles...), one.CgoFiles...) {
		file, _ := parser.ParseFile(fileSet, filepath.Join(one.Dir, name), nil, parser.SkipObjectResolution)
		if file != nil {
			files = append(files, file)
		}
	}
	lookup := func(path string) (io.ReadCloser, error) {
		if mapped, ok := one.ImportMap[path]; ok {
			path = mapped
		}
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Uses:  map[*ast.Ident]types.Object{},
		Defs:  map[*ast.Ident]types.Object{},
	}
	config := types.Config{
		Importer:    importer.ForCompiler(fileSet, "gc", lookup),
		Error:       func(error) {},
		FakeImportC: true,
	}
	checked, _ := config.Check(one.ImportPath, fileSet, files, info)
	finder := &finder{fileSet: fileSet, info: info, pkg: checked, path: one.ImportPath}
	for _, file := range files {
		for _, declaration := range file.Decls {
			finder.declaration(declaration)
		}
	}
	return finder.sites
}
