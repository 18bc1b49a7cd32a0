import { schemaHelp } from './schema/usage';

/** The whole command line on one screen: every command and every option, with a line each. */
export const help = `Usage: assent COMMAND

${schemaHelp}
On this installation (“npm run assent -- COMMAND”):
  import PATH_OR_GIT_URL [--name NAME] [--branch BRANCH]
  user create EMAIL [--name NAME] [--role ROLE]… [--admin]
  user password EMAIL
  user disable EMAIL | user enable EMAIL
  user roles EMAIL ROLE…
  audit verify [--head SEQ:HASH]

with the options:
  --name NAME       import: how the repository is called here. user create: the person's name
  --branch BRANCH   import: the branch that is read and written (default: the repository's own)
  --role ROLE       user create: viewer, engineer, product-manager, analyst or admin. May be given again
  --admin           user create: makes an admin, whatever other roles are given
  --head SEQ:HASH   audit verify: what an earlier one printed; tells whether entries after it are missing

And everywhere:
  --help, -h        shows this
  --version         shows the version
  --                what follows is no option, even where it begins with a dash
An option's value may also be written as --name=value.
`;
