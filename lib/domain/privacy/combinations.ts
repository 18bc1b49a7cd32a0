import type { PersonalDataCategory, ProposedAction } from './categories';
import { readFieldWords } from './field-words';

/** A field with what was decided, or proposed, for it. */
export interface DecidedField {
  /** Dotted path. */
  path: string;
  name: string;
  category: PersonalDataCategory;
  action: ProposedAction;
}

/** 1 high, 2 medium, 3 low. */
export type RiskTier = 1 | 2 | 3;

/** Why a tier is as high as it is. */
export interface RiskCause {
  /** Name of the rule, a key of the catalogue. */
  rule: RiskRule;
  tier: RiskTier;
  /** Dotted paths of the fields that cause it. */
  fields: string[];
}

export type RiskRule =
  | 'risk-agent-performer-page'
  | 'risk-agent-with-person'
  | 'risk-page-with-performer'
  | 'risk-page-with-install'
  | 'risk-kept-personal-data';

interface Parts {
  agents: string[];
  performers: string[];
  installs: string[];
  pages: string[];
  loggedIn: string[];
}

/**
 * The risk tier that follows from the field decisions and from what the fields tell together, with its causes, the
 * gravest first. No cause means tier 3. A person may raise the tier, never lower it.
 * A part counts whatever its retention: for 90 days it is all there. A category that says less than the name
 * (`user_agent` decided as “none”) does not hide the field.
 * Source: rules.md “Combinations that raise the risk tier”.
 */
export function deriveRiskTier(decisions: readonly DecidedField[]): { tier: RiskTier; causes: RiskCause[] } {
  const parts = sortParts(decisions);
  const { agents, performers, installs, pages, loggedIn } = parts;
  const causes: RiskCause[] = [];
  const add = (rule: RiskRule, tier: RiskTier, ...groups: string[][]) => {
    if (groups.every((group) => group.length > 0))
      causes.push({ rule, tier, fields: [...new Set(groups.flat())] });
  };
  add('risk-agent-performer-page', 1, agents, performers, pages);
  add('risk-agent-with-person', 2, agents, [...performers, ...installs]);
  add('risk-page-with-performer', 2, pages, performers);
  add('risk-page-with-install', 2, pages, installs, [...loggedIn, ...performers]);
  const kept = decisions.filter((field) => field.action === 'keep' && field.category !== 'none');
  add(
    'risk-kept-personal-data',
    2,
    kept.map((field) => field.path),
  );
  const tier = Math.min(3, ...causes.map((cause) => cause.tier)) as RiskTier;
  return { tier, causes };
}

function sortParts(decisions: readonly DecidedField[]): Parts {
  const pathsOf = (test: (field: DecidedField, name: string, path: string) => boolean) =>
    decisions
      .filter((field) => {
        const words = readFieldWords(field);
        return test(field, words.name, words.path);
      })
      .map((field) => field.path);
  return {
    agents: pathsOf(
      (field, _name, path) => field.category === 'user-agent' || /(?:^|\.)user_?agent$/.test(path),
    ),
    performers: pathsOf(
      (field, _name, path) =>
        field.category === 'user-identifier' ||
        /(?:^|\.)(?:performer\.(?:id|name)|user_(?:id|name|text))$/.test(path),
    ),
    installs: pathsOf((field, name) => field.category === 'device-identifier' || name === 'app_install_id'),
    pages: pathsOf((_field, _name, path) =>
      /(?:^|[._])page(?:_id|_title|\.id|\.title|\.page_id|\.page_title)$/.test(path),
    ),
    loggedIn: pathsOf((_field, name) =>
      /^(?:(?:user_)?is_logged_in|logged_in|is_anon|user_is_anon(?:ymous)?)$/.test(name),
    ),
  };
}
