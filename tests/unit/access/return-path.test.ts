import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from '@/lib/domain/access/return-path';

describe('the way back after signing in', () => {
  it('leads to a page of Assent', () => {
    expect(safeReturnPath('/proposals/12?tab=review')).toBe('/proposals/12?tab=review');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/sign-in',
    '/api/x',
    7,
    null,
  ])('is the first page for %j', (from) => {
    expect(safeReturnPath(from)).toBe('/');
  });

  it('never leaves the site', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { origin } = new URL(safeReturnPath(`/${text}`), 'https://assent.example');
        expect(origin).toBe('https://assent.example');
      }),
    );
  });
});
