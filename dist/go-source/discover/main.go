// Reads the source of a Go service without building it: where it registers routes, which flags and variables it takes, which
// sub-commands it has. The folders of its packages are the arguments; the answer is one JSON object on stdout.
//
// It reads shapes, not types: whoever uses the answer asks the running service.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"sort"
	"strconv"
	"strings"

	"leakgate.dev/source/shapes"
)

// Answer is what was read of all folders together.
type Answer struct {
	// Frameworks by import path, the one that most files import first.
	Frameworks []string       `json:"frameworks"`
	Routes     []shapes.Route `json:"routes"`
	Settings   []Setting      `json:"settings"`
	Commands   []string       `json:"commands"`
	// Listens holds the folders of packages that start an HTTP server themselves.
	Listens []string `json:"listens"`
}

// Setting is a flag or an environment variable, with its default where one stands there as a literal.
type Setting struct {
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	Default string `json:"default"`
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
	var packages []*shapes.Package
	for _, dir := range dirs {
		packages = append(packages, shapes.Load(fileSet, dir))
	}
	answer := Answer{Frameworks: frameworks(packages), Routes: []shapes.Route{}, Settings: []Setting{}, Commands: []string{}, Listens: []string{}}
	answer.Routes = append(answer.Routes, distinct(shapes.Routes(fileSet, packages))...)
	answer.Settings = append(answer.Settings, settings(packages)...)
	answer.Commands = append(answer.Commands, commands(packages)...)
	answer.Listens = append(answer.Listens, listening(packages)...)
	return answer
}

// distinct drops what is registered a second time elsewhere.
func distinct(routes []shapes.Route) []shapes.Route {
	var found []shapes.Route
	seen := map[[2]string]bool{}
	for _, one := range routes {
		if same := [2]string{one.Method, one.Path}; !seen[same] {
			seen[same] = true
			found = append(found, one)
		}
	}
	return found
}

var known = []string{
	"github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/go-chi/chi", "github.com/gofiber/fiber",
	"github.com/gorilla/mux", "github.com/julienschmidt/httprouter", "net/http",
}

// frameworks counts imports by file; net/http comes last, since the others bring it along.
func frameworks(packages []*shapes.Package) []string {
	counts := map[string]int{}
	for _, p := range packages {
		for _, file := range p.Files {
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
func listening(packages []*shapes.Package) []string {
	found := []string{}
	for _, p := range packages {
		if serves(p) {
			found = append(found, p.Dir)
		}
	}
	return found
}

func serves(p *shapes.Package) bool {
	web := frameworks([]*shapes.Package{p})
	if len(web) == 0 {
		return false
	}
	for _, file := range p.Files {
		yes := false
		ast.Inspect(file, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok {
				name := shapes.CalledName(call)
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
