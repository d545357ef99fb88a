// Reads the source of a Go service without building it: where it registers routes, which flags and variables it takes, which
// sub-commands it has. The folders of its packages are the arguments; the answer is one JSON object on stdout.
//
// It reads shapes, not types: whoever uses the answer asks the running service.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// Answer is what was read of all folders together.
type Answer struct {
	// Frameworks by import path, the one that most files import first.
	Frameworks []string  `json:"frameworks"`
	Routes     []Route   `json:"routes"`
	Settings   []Setting `json:"settings"`
	Commands   []string  `json:"commands"`
	// Listens holds the folders of packages that start an HTTP server themselves.
	Listens []string `json:"listens"`
}

// Route is one registration with a path that could be read. Method is empty where any is taken.
type Route struct {
	Method string `json:"method"`
	Path   string `json:"path"`
	File   string `json:"file"`
	Line   int    `json:"line"`
}

// Setting is a flag or an environment variable, with its default where one stands there as a literal.
type Setting struct {
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	Default string `json:"default"`
}

// Package is the parsed files of one folder, those of other systems and tags left out.
type Package struct {
	dir       string
	files     []*ast.File
	functions map[string][]*ast.FuncDecl
	constants map[string]string
}

func main() {
	answer := Read(os.Args[1:])
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Read parses the folders. A file that doesn't parse is read as far as it goes.
func Read(dirs []string) Answer {
	fileSet := token.NewFileSet()
	var packages []*Package
	for _, dir := range dirs {
		packages = append(packages, load(fileSet, dir))
	}
	answer := Answer{Frameworks: frameworks(packages), Routes: []Route{}, Settings: []Setting{}, Commands: []string{}, Listens: []string{}}
	answer.Routes = append(answer.Routes, routes(fileSet, packages)...)
	answer.Settings = append(answer.Settings, settings(packages)...)
	answer.Commands = append(answer.Commands, commands(packages)...)
	answer.Listens = append(answer.Listens, listening(packages)...)
	return answer
}

func load(fileSet *token.FileSet, dir string) *Package {
	read := &Package{dir: dir, functions: map[string][]*ast.FuncDecl{}, constants: map[string]string{}}
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if fits, err := build.Default.MatchFile(dir, name); err != nil || !fits {
			continue
		}
		file, _ := parser.ParseFile(fileSet, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if file != nil {
			read.add(file)
		}
	}
	return read
}

func (p *Package) add(file *ast.File) {
	p.files = append(p.files, file)
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			p.functions[decl.Name.Name] = append(p.functions[decl.Name.Name], decl)
		case *ast.GenDecl:
			p.addConstants(decl)
		}
	}
}

func (p *Package) addConstants(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		values, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range values.Names {
			if i < len(values.Values) {
				if text, ok := p.text(values.Values[i]); ok {
					p.constants[name.Name] = text
				}
			}
		}
	}
}

// text is the value of a string literal, of a constant of the package, or of several added.
func (p *Package) text(expr ast.Expr) (string, bool) {
	switch expr := expr.(type) {
	case *ast.BasicLit:
		if expr.Kind == token.STRING {
			text, err := strconv.Unquote(expr.Value)
			return text, err == nil
		}
	case *ast.ParenExpr:
		return p.text(expr.X)
	case *ast.Ident:
		text, ok := p.constants[expr.Name]
		return text, ok
	case *ast.SelectorExpr:
		if x, ok := expr.X.(*ast.Ident); ok && x.Name == "http" {
			return strings.CutPrefix(strings.ToUpper(expr.Sel.Name), "METHOD")
		}
	case *ast.BinaryExpr:
		left, ok := p.text(expr.X)
		right, also := p.text(expr.Y)
		return left + right, expr.Op == token.ADD && ok && also
	}
	return "", false
}

var known = []string{
	"github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/go-chi/chi", "github.com/gofiber/fiber",
	"github.com/gorilla/mux", "github.com/julienschmidt/httprouter", "net/http",
}

// frameworks counts imports by file; net/http comes last, since the others bring it along.
func frameworks(packages []*Package) []string {
	counts := map[string]int{}
	for _, p := range packages {
		for _, file := range p.files {
			for _, spec := range file.Imports {
				path, _ := strconv.Unquote(spec.Path.Value)
				for _, name := range known {
					if path == name || strings.HasPrefix(path, name+"/") && name != "net/http" {
						counts[name]++
					}
				}
			}
		}
	}
	found := []string{}
	for _, name := range known {
		if counts[name] > 0 {
			found = append(found, name)
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		if (found[i] == "net/http") != (found[j] == "net/http") {
			return found[j] == "net/http"
		}
		return counts[found[i]] > counts[found[j]]
	})
	return found
}

var starts = map[string]bool{
	"ListenAndServe": true, "ListenAndServeTLS": true, "Serve": true, "ServeTLS": true, "Listen": true, "RunTLS": true, "StartTLS": true,
	"StartServer": true, "StartAutoTLS": true,
}

// listening is which packages serve HTTP; `Run` and `Start` count only where a web framework is imported.
func listening(packages []*Package) []string {
	found := []string{}
	for _, p := range packages {
		if serves(p) {
			found = append(found, p.dir)
		}
	}
	return found
}

func serves(p *Package) bool {
	web := frameworks([]*Package{p})
	if len(web) == 0 {
		return false
	}
	for _, file := range p.files {
		yes := false
		ast.Inspect(file, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok {
				name := calledName(call)
				yes = yes || starts[name] || web[0] != "net/http" && (name == "Run" || name == "Start")
			}
			return !yes
		})
		if yes {
			return true
		}
	}
	return false
}

func calledName(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
