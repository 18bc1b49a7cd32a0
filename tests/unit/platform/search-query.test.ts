import { describe, expect, it } from 'vitest';
import { toPrefixQuery } from '@/lib/services/search/search-query';

describe('a search as people type it', () => {
  it('asks for every word as a beginning', () => {
    expect(toPrefixQuery('Edit count_b')).toBe('edit:* & count:* & b:*');
  });

  it('lets no operator through', () => {
    expect(toPrefixQuery("a' | !b <-> (c:D)*&")).toBe('a:* & b:* & c:* & d:*');
  });

  it('is nothing without a word', () => {
    expect(toPrefixQuery('  &|! ')).toBeNull();
  });
});
