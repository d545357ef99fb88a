package main

import (
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

// program is the own packages, checked together: an object is the same in all of them.
type program struct {
	fileSet  *token.FileSet
	info     *types.Info
	packages []checked
	own      map[*types.Package]bool
}

type checked struct {
	path  string
	dir   string
	files []*ast.File
	types *types.Package
}

// check reads the own packages from their source, and all others from what the compiler exported. Packages stand behind those that they import.
func check(packages []Package) *program {
	made := &program{
		fileSet: token.NewFileSet(),
		info: &types.Info{
			Types:      map[ast.Expr]types.TypeAndValue{},
			Uses:       map[*ast.Ident]types.Object{},
			Defs:       map[*ast.Ident]types.Object{},
			Selections: map[*ast.SelectorExpr]*types.Selection{},
		},
		own: map[*types.Package]bool{},
	}
	exports := map[string]string{}
	for _, one := range packages {
		exports[one.ImportPath] = one.Export
	}
	exported := importer.ForCompiler(made.fileSet, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	})
	read := map[string]*types.Package{}
	for _, one := range packages {
		if !one.Own {
			continue
		}
		config := types.Config{Importer: imports{one.ImportMap, read, exported}, Error: func(error) {}, FakeImportC: true}
		files := parse(made.fileSet, one)
		pkg, _ := config.Check(one.ImportPath, made.fileSet, files, made.info)
		read[one.ImportPath], made.own[pkg] = pkg, true
		made.packages = append(made.packages, checked{one.ImportPath, one.Dir, files, pkg})
	}
	return made
}

func parse(fileSet *token.FileSet, one Package) []*ast.File {
	var files []*ast.File
	for _, name := range append(append([]string{}, one.GoFiles...), one.CgoFiles...) {
		file, _ := parser.ParseFile(fileSet, filepath.Join(one.Dir, name), nil, parser.SkipObjectResolution)
		if file != nil {
			files = append(files, file)
		}
	}
	return files
}

// imports finds packages as one of them names them: those that were read from their source before all others.
type imports struct {
	mapped   map[string]string
	read     map[string]*types.Package
	exported types.Importer
}

func (i imports) Import(path string) (*types.Package, error) {
	if mapped, ok := i.mapped[path]; ok {
		path = mapped
	}
	if own := i.read[path]; own != nil && own.Complete() {
		return own, nil
	}
	return i.exported.Import(path)
}
