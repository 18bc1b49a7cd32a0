import type { Field } from '../schema/types';
import { holdsFreeText, readFieldWords } from './field-words';

/** What is never collected, whatever the question. */
export type ForbiddenData =
  | 'name'
  | 'postal-address'
  | 'email'
  | 'phone'
  | 'payment-card'
  | 'government-identifier';

/** Which of it a field holds, and what says so. */
export interface ForbiddenDataFinding {
  kind: ForbiddenData;
  by: 'name' | 'format' | 'description';
  /** The words that say so. */
  words: string;
}

interface Detector {
  kind: ForbiddenData;
  name: RegExp;
  /** Digits are enough to hold it. */
  numeric?: boolean;
  description: RegExp;
}

const ofPerson =
  '(?:the |a |an |each |their |this )?(?:user|reader|editor|person|donor|customer|visitor|contributor|subscriber|contact|respondent|recipient)';

function describes(words: string): RegExp {
  return new RegExp(
    `\\b(?:${ofPerson}(?:'s|’s) (?:\\w+ )?(?:${words})|(?:${words}) (?:of|for|belonging to) ${ofPerson})\\b`,
    'i',
  );
}

const detectors: Detector[] = [
  {
    kind: 'email',
    name: /^(?:.*_)?(?:e_?mail|e_?mails|e_?mail_addr(?:ess)?(?:es)?|mail_address)$/,
    description: /\b(?:e-?mail address(?:es)?)\b/i,
  },
  {
    kind: 'phone',
    name: /^(?:.*_)?(?:phones?|telephones?|(?:tele)?phone_(?:numbers?|nos?|nums?)|mobile_(?:numbers?|phones?)|cell_?phones?|cell_numbers?|msisdn|whatsapp_numbers?)$/,
    numeric: true,
    description: /\b(?:tele)?phone numbers?\b/i,
  },
  {
    kind: 'payment-card',
    name: /^(?:.*_)?(?:credit_?card(?:_number|_no)?|debit_?card(?:_number)?|card_(?:number|no|num|pan|cvv|cvc)|cc_(?:number|num)|cvv2?|cvc2?|iban|bank_account(?:_number)?|payment_card)$/,
    numeric: true,
    description:
      /\b(?:(?:credit|debit|payment) card (?:number|details|data)|card number|bank account number|IBAN)\b/i,
  },
  {
    kind: 'government-identifier',
    name: /^(?:.*_)?(?:ssn|social_security(?:_number|_no)?|passport(?:_number|_no|_id)?|national_(?:id|identifier|insurance_number|identity_number)|tax_(?:id|number|payer_id)|taxpayer_id|drivers?_licen[cs]e(?:_number|_no|_id)?|government_id(?:entifier)?|identity_card(?:_number)?|voter_id)$/,
    numeric: true,
    description:
      /\b(?:social security|passport|driver(?:'s|’s)? licen[cs]e|national (?:id(?:entity)?|insurance)|tax(?:payer)?) (?:number|identifier|id)\b|\bgovernment(?:-issued)? id(?:entifier)?\b/i,
  },
  {
    kind: 'postal-address',
    name: /^(?:(?:.*_)?(?:street|postal|mailing|home|billing|shipping|delivery|residential|work)_address(?:es)?|(?:.*_)?street(?:_name)?|(?:.*_)?address_line(?:_?\d)?|(?:.*_)?house_number|(?:user|person|donor|contact|customer)_address|address)$/,
    description: /\b(?:(?:postal|street|mailing|home|billing|residential) address(?:es)?)\b/i,
  },
  {
    kind: 'name',
    name: /^(?:.*_)?(?:first|last|full|real|given|middle|maiden|legal|birth|sur|fore|christian)_?name$|^(?:.*_)?(?:person|donor|customer|contact|recipient|subscriber|respondent)_name$|^(?:user_|person_|performer_|editor_)family_name$|^family_name$|^surname$/,
    description: describes(
      'real name|full name|legal name|first name|last name|given name|surname|family name',
    ),
  },
];

const networkAddress = /\b(?:IP|URL|web|memory|e-?mail|network|host|server|MAC)\b/i;

/**
 * Finds in a field what must never be collected: by its name, its format, or its description. Null where nothing says so.
 * Truth values, choices from a list, and numbers that cannot hold it pass (`has_email`, `phone` as a platform).
 * Source: rules.md “Never collected”.
 */
export function detectNeverCollected(field: Field): ForbiddenDataFinding | null {
  if (field.type === 'boolean' || field.enum !== null || field.const !== undefined) return null;
  if (field.format === 'email' || field.format === 'idn-email') {
    return { kind: 'email', by: 'format', words: field.format };
  }
  const freeText = holdsFreeText(field);
  // By their names, list items and map values are judged with their list or map.
  if (field.name === '*' || field.name.endsWith('[]'))
    return freeText ? findInDescription(field.description) : null;
  const { name } = readFieldWords(field);
  const number = /integer|number/.test(`${field.type} ${field.valueType ?? ''}`);
  const groups = field.type === 'object';
  for (const detector of detectors) {
    if (!detector.name.test(name) || isOtherAddress(detector, name, field)) continue;
    if (freeText || groups || (number && detector.numeric)) {
      return { kind: detector.kind, by: 'name', words: field.name };
    }
  }
  return freeText ? findInDescription(field.description) : null;
}

function isOtherAddress(detector: Detector, name: string, field: Field): boolean {
  return (
    detector.kind === 'postal-address' && name === 'address' && networkAddress.test(field.description ?? '')
  );
}

function findInDescription(description: string | null): ForbiddenDataFinding | null {
  const text = (description ?? '').slice(0, 2000);
  for (const detector of detectors) {
    const found = detector.description.exec(text);
    if (found && !isNegated(text, found)) return { kind: detector.kind, by: 'description', words: found[0] };
  }
  return null;
}

/** “Never the e-mail address”, “whether a phone number is known”, “validation of the phone number”: not the thing itself. */
function isNegated(text: string, found: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, found.index - 60), found.index);
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 40);
  return (
    /\b(?:no|not|never|without|excluding|except|whether|if|instead of|rather than|type of|kind of|number of|reason|error|validat\w+|about|like|such as|change[sd]? (?:to|of)|confirm\w*)\b[^.]*$/i.test(
      before,
    ) || /^[^.]{0,20}\b(?:is|are|was|were) (?:not|never|redacted|removed)\b/i.test(after)
  );
}
