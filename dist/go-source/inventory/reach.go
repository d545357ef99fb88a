package main

import (
	"sort"

	"leakgate.dev/source/shapes"
)

// What one site is told of at most.
const mostWays = 3

// reach tells each site the routes whose handlers lead there. Ways on which every call is known go first, and alone; then the shorter.
func reach(of *program, sites []Site) {
	var packages []*shapes.Package
	for _, one := range of.packages {
		packages = append(packages, shapes.New(one.dir, one.files, of.info))
	}
	routes := shapes.Routes(of.fileSet, packages)
	g := newGraph(of, routes)
	var roads []road
	for _, route := range routes {
		if one := g.road(route); one.may != nil {
			roads = append(roads, one)
		}
	}
	for i := range sites {
		if around := g.around(sites[i]); around != nil {
			sites[i].Routes = ways(roads, around)
		}
	}
}

// road is how many calls it is from a route's handler to each body.
type road struct {
	way          Way
	certain, may map[*body]int
}

// road of a route whose handler isn't the program's own leads nowhere.
func (g *graph) road(route shapes.Route) road {
	made := road{way: Way{Method: route.Method, Path: route.Path, Handlers: []Place{}}}
	var entries []*body
	for _, expr := range route.Handlers {
		one := g.handler(expr)
		entries = append(entries, one.entries...)
		for _, run := range one.run {
			made.way.Handlers = append(made.way.Handlers, g.place(run))
		}
	}
	if len(entries) == 0 {
		return made
	}
	made.certain = distances(entries, func(from *body) []*body { return from.certain })
	made.may = distances(entries, func(from *body) []*body {
		return append(from.certain[:len(from.certain):len(from.certain)], from.may...)
	})
	return made
}

func distances(entries []*body, next func(*body) []*body) map[*body]int {
	steps := map[*body]int{}
	for _, entry := range entries {
		steps[entry] = 0
	}
	for queue := append([]*body{}, entries...); len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for _, to := range next(from) {
			if _, known := steps[to]; !known {
				steps[to] = steps[from] + 1
				queue = append(queue, to)
			}
		}
	}
	return steps
}

func (g *graph) place(of *body) Place {
	at := g.fileSet.Position(of.block.Lbrace)
	return Place{of.path, at.Filename, [2]int{at.Line, at.Column}}
}

// around is the innermost body that a site stands in; nil in declarations of a package.
func (g *graph) around(site Site) *body {
	var innermost *body
	consider := func(one *body) {
		if one.block.Pos() <= site.at && site.at < one.block.End() && (innermost == nil || one.block.Pos() > innermost.block.Pos()) {
			innermost = one
		}
	}
	for _, one := range g.functions {
		consider(one)
	}
	for _, one := range g.literals {
		consider(one)
	}
	return innermost
}

func ways(roads []road, to *body) []Way {
	type led struct {
		way   Way
		steps int
	}
	var found []led
	seen := map[[2]string]bool{}
	for _, may := range []bool{false, true} {
		for _, one := range roads {
			over := one.certain
			if may {
				over = one.may
			}
			steps, leads := over[to]
			if name := [2]string{one.way.Method, one.way.Path}; leads && !seen[name] {
				seen[name] = true
				way := one.way
				way.May = may
				found = append(found, led{way, steps})
			}
		}
		if len(found) > 0 {
			break
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].steps < found[j].steps })
	var told []Way
	for _, one := range found[:min(len(found), mostWays)] {
		told = append(told, one.way)
	}
	return told
}
