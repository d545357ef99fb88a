package shapes

import (
	"go/ast"
	"go/token"
	"strings"
)

// Route is one registration with a path that could be read. Method is empty where any is taken.
type Route struct {
	Method string `json:"method"`
	Path   string `json:"path"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	// Handlers are what is registered: the handler, and what stands before it.
	Handlers []ast.Expr `json:"-"`
}

type registration struct {
	method, path string
	call         *ast.CallExpr
}

// Functions call functions that register: deeper than this nothing is followed.
const deepest = 12

// walker follows routers through a program: which variable stands for which prefix, from the functions that make routers to
// those that are handed them.
type walker struct {
	fileSet  *token.FileSet
	packages []*Package
	// walked holds functions with the prefixes they were walked under.
	walked map[*ast.FuncDecl]map[string]bool
	// active are those being walked now: none is followed into itself.
	active map[*ast.FuncDecl]bool
	// handed are the handlers that stand further down in a chain of calls.
	handed map[*ast.CallExpr][]ast.Expr
	found  []Route
	seen   map[registration]bool
}

// scope is what a function's body knows of routers: the text of an expression → its prefix.
type scope struct {
	pkg   *Package
	known map[string]string
	// made is the prefix of routers that are made here, when they are mounted somewhere.
	made  string
	depth int
}

// Routes finds the registrations, in the order in which they are made where that can be followed. The same path may be registered at several places.
func Routes(fileSet *token.FileSet, packages []*Package) []Route {
	w := &walker{
		fileSet: fileSet, packages: packages, walked: map[*ast.FuncDecl]map[string]bool{}, active: map[*ast.FuncDecl]bool{},
		handed: map[*ast.CallExpr][]ast.Expr{}, seen: map[registration]bool{},
	}
	// Those that are handed a router are walked from where that happens, and on their own only when nobody was seen to call them.
	for _, handed := range []bool{false, true} {
		for _, p := range packages {
			for _, file := range p.Files {
				for _, decl := range file.Decls {
					if fn, ok := decl.(*ast.FuncDecl); ok && (takesRouter(fn) || givesRouter(fn)) == handed && w.walked[fn] == nil {
						w.function(p, fn, map[string]string{}, "", 0)
					}
				}
			}
		}
	}
	return w.found
}

var routerTypes = []string{
	"gin.RouterGroup", "gin.IRouter", "gin.IRoutes", "gin.Engine", "chi.Router", "chi.Mux", "mux.Router", "echo.Group", "echo.Echo", "http.ServeMux", "fiber.Router",
	"fiber.App", "fiber.Group", "httprouter.Router",
}

func isRouterType(expr ast.Expr) bool {
	name := strings.TrimPrefix(ExprText(expr), "*")
	for _, one := range routerTypes {
		if name == one {
			return true
		}
	}
	return false
}

func takesRouter(fn *ast.FuncDecl) bool { return anyField(fn.Type.Params, isRouterType) }

// givesRouter is true for `func (u users) Routes() chi.Router`, which is mounted elsewhere.
func givesRouter(fn *ast.FuncDecl) bool {
	return anyField(fn.Type.Results, isRouterType) || anyField(fn.Type.Results, func(e ast.Expr) bool { return ExprText(e) == "http.Handler" })
}

func anyField(fields *ast.FieldList, is func(ast.Expr) bool) bool {
	if fields == nil {
		return false
	}
	for _, field := range fields.List {
		if is(field.Type) {
			return true
		}
	}
	return false
}

func (w *walker) function(p *Package, fn *ast.FuncDecl, known map[string]string, made string, depth int) {
	if fn.Body == nil || depth > deepest || w.active[fn] {
		return
	}
	key := made + "|"
	for _, name := range paramNames(fn.Type) {
		key += known[name] + "|"
	}
	if w.walked[fn][key] {
		return
	}
	if w.walked[fn] == nil {
		w.walked[fn] = map[string]bool{}
	}
	w.walked[fn][key] = true
	w.active[fn] = true
	w.body(fn.Body, &scope{pkg: p, known: known, made: made, depth: depth})
	delete(w.active, fn)
}

func paramNames(fn *ast.FuncType) []string {
	var names []string
	for _, field := range fn.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
		if len(field.Names) == 0 {
			names = append(names, "_")
		}
	}
	return names
}

// body reads statements in the order in which they stand there.
func (w *walker) body(body ast.Node, s *scope) {
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			w.assign(node, s)
		case *ast.CallExpr:
			return w.call(node, s)
		}
		return true
	})
}

func (w *walker) assign(node *ast.AssignStmt, s *scope) {
	if len(node.Lhs) != len(node.Rhs) {
		return
	}
	for i, right := range node.Rhs {
		if prefix, ok := w.prefixOf(right, s); ok {
			s.known[ExprText(node.Lhs[i])] = prefix
		}
	}
}

// prefixOf answers what paths of the router that an expression stands for begin with.
func (w *walker) prefixOf(expr ast.Expr, s *scope) (string, bool) {
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		prefix, known := s.known[ExprText(expr)]
		return prefix, known
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	switch selector.Sel.Name {
	case "NewRouter", "NewServeMux", "New", "Default", "NewMux":
		return s.made, isWebPackage(ExprText(selector.X))
	case "Group", "Route", "PathPrefix":
		prefix := w.routerPrefix(selector.X, s)
		if len(call.Args) == 0 {
			return prefix, true
		}
		text, ok := s.pkg.Text(call.Args[0])
		return prefix + text, ok
	case "Subrouter", "With", "StrictSlash", "UseEncodedPath", "Host", "Schemes", "Use":
		return w.prefixOf(selector.X, s)
	}
	return "", false
}

func isWebPackage(name string) bool {
	switch name {
	case "chi", "mux", "http", "gin", "echo", "fiber", "httprouter":
		return true
	}
	return false
}

func (w *walker) routerPrefix(expr ast.Expr, s *scope) string {
	prefix, _ := w.prefixOf(expr, s)
	return prefix
}

// call answers whether what stands inside it still has to be read.
func (w *walker) call(call *ast.CallExpr, s *scope) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		w.follow(call, s)
		return true
	}
	switch name := selector.Sel.Name; name {
	case "Group", "Route":
		if body, ok := lastFunction(call); ok {
			prefix, _ := w.prefixOf(call, s)
			w.literal(body, prefix, s)
			return false
		}
	case "Mount":
		if len(call.Args) == 2 {
			text, _ := s.pkg.Text(call.Args[0])
			w.mount(call.Args[1], w.routerPrefix(selector.X, s)+strings.TrimSuffix(text, "/"), s)
			return false
		}
	case "Methods":
		if inner, ok := selector.X.(*ast.CallExpr); ok {
			for _, arg := range call.Args {
				method, _ := s.pkg.Text(arg)
				w.register(inner, method, s)
			}
			return false
		}
	default:
		if w.stripped(call, s) {
			return false
		}
		if w.register(call, "", s) {
			return true
		}
		w.follow(call, s)
	}
	return true
}

func lastFunction(call *ast.CallExpr) (*ast.FuncLit, bool) {
	if len(call.Args) == 0 {
		return nil, false
	}
	body, ok := call.Args[len(call.Args)-1].(*ast.FuncLit)
	return body, ok && anyField(body.Type.Params, isRouterType)
}

// literal reads `func(r chi.Router) { … }` with its parameter standing for the prefix.
func (w *walker) literal(body *ast.FuncLit, prefix string, s *scope) {
	inner := &scope{pkg: s.pkg, known: copied(s.known), made: s.made, depth: s.depth}
	for _, name := range paramNames(body.Type) {
		inner.known[name] = prefix
	}
	w.body(body.Body, inner)
}

func copied(known map[string]string) map[string]string {
	made := make(map[string]string, len(known))
	for name, prefix := range known {
		made[name] = prefix
	}
	return made
}
