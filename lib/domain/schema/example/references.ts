import { refuse } from './chance';
import { mergeNodes, type Node, type Path } from './nodes';

/** The references that are left in a schema because they pass through themselves, as the generator follows them. */
export class References {
  private readonly root: Node;
  private readonly seen = new Set<string>();
  private lastDepth = -1;

  /** `root` is the schema itself, not the copy that an example is made of: upstream, what is done here shows there. */
  constructor(root: Node) {
    this.root = root;
  }

  /** Takes in what a node refers to, once for each reference; further nodes with the same one lose it. */
  follow(node: Node, path: Path): unknown {
    const ref = node['$ref'] as string;
    const isRoot = ref === '#';
    if (this.seen.has(ref) && !isRoot && this.lastDepth === path.length) return this.find(ref, path);
    if (!isRoot && !this.seen.has(ref)) {
      this.lastDepth = path.length;
      this.seen.add(ref);
      mergeNodes(node, this.find(ref, path));
    }
    delete node['$ref'];
    return node;
  }

  private find(ref: string, path: Path): unknown {
    if (!ref.includes('#/')) return findById(this.root, ref) ?? refuse('reference', path, ref);
    let here: unknown = this.root;
    for (const step of ref.replace(/^.*#\//, '').split('/')) {
      const holder: Node = Object(here);
      here = Object.hasOwn(holder, step) ? holder[step] : undefined;
      if (!here) refuse('reference', path, ref);
    }
    return here;
  }
}

function findById(value: unknown, id: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const node = value as Node;
  if (!Array.isArray(value) && (node['$id'] || node['id']) === id) return value;
  for (const child of Object.values(value)) {
    const found = findById(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
