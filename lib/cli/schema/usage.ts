/** How the commands are called that work on a checkout: what a wrong call is answered with. */
export const schemaUsage = `Usage, on any checkout of a schema repository:
  assent materialize DIR [--refs DIR]… [--all|--changed] [--out DIR]
  assent lint DIR [--refs DIR]…
  assent diff OLD NEW [--refs DIR]…
  assent check DIR [--refs DIR]… [--base REV]
Each takes --format human|json|github|gitlab. “assent --help” says what the options mean.
`;

/** The same with what each command and option is for. */
export const schemaHelp = `On any checkout of a schema repository, without a server or a database:
  materialize DIR   writes the versions, content types and links that are missing
  lint DIR          says of each source what the review would say
  check DIR         checks everything that the upstream test suite checks, and our stricter rules
  diff OLD NEW      says what a change means, field by field; OLD and NEW are schema files, not folders

with the options:
  --refs DIR        where a reference may lead outside of the repository: another one, or a folder of schemas.
                    May be given again
  --format FORMAT   human (the default), json, github (annotations) or gitlab (a Code Quality report)
  --all             materialize: every source (the default)
  --changed         materialize: only the sources that differ from the last commit in git
  --out DIR         materialize: writes TITLE/VERSION of every source into this folder, and leaves the repository alone
  --base REV        check: our stricter rules are errors for versions that are new since this commit (default: HEAD)

Exit status: 0 nothing to object to, 1 an error was found, 2 called wrongly, or the output could not be written.
`;
