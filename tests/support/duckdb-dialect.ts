/** What DuckDB has to be told differently: Hive's names, nested types, comments and partitions; nothing else. */

/** Names, literals, numbers, words and signs of Hive SQL, line comments left out. */
function tokensOf(sql: string): string[] {
  const found = sql.match(/--[^\n]*|`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|\w+|[^\s\w]/gs) ?? [];
  return found.filter((token) => !token.startsWith('--'));
}

/** Reads the tokens of one statement from front to back. */
class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('The statement ends too early.');
    this.#at += 1;
    return token;
  }

  /** Takes what is expected next, or nothing. */
  accept(...expected: string[]): boolean {
    const here = this.#tokens.slice(this.#at, this.#at + expected.length);
    if (here.length < expected.length || expected.some((token, index) => token !== here[index])) return false;
    this.#at += expected.length;
    return true;
  }

  expect(...expected: string[]): void {
    if (!this.accept(...expected)) {
      throw new Error(
        `Expected ${expected.join(' ')} before ${this.#tokens.slice(this.#at, this.#at + 4).join(' ')}`,
      );
    }
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw new Error(`Nothing should follow before ${this.next()}`);
  }
}

/** The statements of a Hive script for DuckDB. Throws where something is not the Hive SQL that is known here. */
export function toDuckDb(hive: string): string[] {
  const statements: string[][] = [[]];
  for (const token of tokensOf(hive)) {
    if (token === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((tokens) => tokens.length > 0).flatMap((tokens) => translate(new Reader(tokens)));
}

function translate(reader: Reader): string[] {
  const statements = reader.accept('CREATE') ? translateCreate(reader) : translateAlter(reader);
  reader.end();
  return statements;
}

function translateCreate(reader: Reader): string[] {
  reader.expect('EXTERNAL', 'TABLE', 'IF', 'NOT', 'EXISTS');
  const table = readTable(reader);
  reader.expect('(');
  const columns = readColumns(reader);
  reader.expect('PARTITIONED', 'BY', '(');
  // In Hive partitions are columns too, and come last.
  const all = [...columns, ...readColumns(reader)];
  reader.expect('STORED', 'AS', 'PARQUET');
  const lines = all.map(({ name, type }) => `${name} ${type}`);
  return [
    `CREATE TABLE ${table} (${lines.join(', ')})`,
    ...all.flatMap((column) => commentOn(table, column)),
  ];
}

function translateAlter(reader: Reader): string[] {
  reader.expect('ALTER', 'TABLE');
  const table = readTable(reader);
  if (reader.accept('ADD', 'COLUMNS', '(')) {
    return readColumns(reader).flatMap((column) => [
      `ALTER TABLE ${table} ADD COLUMN ${column.name} ${column.type}`,
      ...commentOn(table, column),
    ]);
  }
  reader.expect('CHANGE', 'COLUMN');
  const before = quoted(reader.next());
  const column = readColumn(reader);
  if (before !== column.name) throw new Error(`${before} becomes ${column.name}`);
  return [`ALTER TABLE ${table} ALTER COLUMN ${before} TYPE ${column.type}`, ...commentOn(table, column)];
}

interface Column {
  name: string;
  type: string;
  comment: string | null;
}

/** Columns up to the bracket that closes their list. */
function readColumns(reader: Reader): Column[] {
  const columns = [readColumn(reader)];
  while (reader.accept(',')) columns.push(readColumn(reader));
  reader.expect(')');
  return columns;
}

function readColumn(reader: Reader): Column {
  const name = quoted(reader.next());
  const type = readType(reader);
  return { name, type, comment: readComment(reader) };
}

function readType(reader: Reader): string {
  if (reader.accept('STRUCT', '<')) {
    const fields: string[] = [];
    do {
      const name = quoted(reader.next());
      reader.expect(':');
      fields.push(`${name} ${readType(reader)}`);
      // DuckDB has no comments inside a type.
      readComment(reader);
    } while (reader.accept(','));
    reader.expect('>');
    return `STRUCT(${fields.join(', ')})`;
  }
  if (reader.accept('ARRAY', '<')) {
    const item = readType(reader);
    reader.expect('>');
    return `${item}[]`;
  }
  if (reader.accept('MAP', '<')) {
    const key = readType(reader);
    reader.expect(',');
    const value = readType(reader);
    reader.expect('>');
    return `MAP(${key}, ${value})`;
  }
  const name = reader.next();
  if (!/^(STRING|BIGINT|DOUBLE|BOOLEAN)$/.test(name)) throw new Error(`${name} is no type`);
  return name;
}

function readComment(reader: Reader): string | null {
  if (!reader.accept('COMMENT')) return null;
  const literal = reader.next();
  if (!/^'.*'$/s.test(literal)) throw new Error(`${literal} is no text`);
  return literal
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function commentOn(table: string, { name, comment }: Column): string[] {
  if (comment === null || comment.includes('\0')) return [];
  return [`COMMENT ON COLUMN ${table}.${name} IS '${comment.replaceAll("'", "''")}'`];
}

function readTable(reader: Reader): string {
  const parts = [quoted(reader.next())];
  while (reader.accept('.')) parts.push(quoted(reader.next()));
  return parts.join('.');
}

function quoted(token: string): string {
  if (!/^`.*`$/s.test(token)) throw new Error(`${token} is no name`);
  return `"${token.slice(1, -1).replaceAll('``', '`').replaceAll('"', '""')}"`;
}
