import { describe, expect, it } from 'vitest';
import { declaredPolicy, headersFor } from '../../src/live/headers.js';

describe('the headers of an answer', () => {
  it('let nothing be kept, guessed, framed or read by another site', () => {
    expect(headersFor('text/plain; charset=utf-8')).toMatchObject({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
    });
  });

  it("repeat a page's own policy, which no page may frame", () => {
    const page = `<!doctype html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src &#39;sha256-x&#39;"></head><body></body>`;
    const policy = declaredPolicy(page);
    expect(policy).toBe("default-src 'none'; script-src 'sha256-x'");
    expect(headersFor('text/html; charset=utf-8', policy)['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'sha256-x'; frame-ancestors 'none'",
    );
  });

  it('take no policy from the body of a page, where names of files stand', () => {
    const body = '<body><meta http-equiv="Content-Security-Policy" content="default-src *">';
    expect(declaredPolicy(`<head></head>${body}`)).toBeUndefined();
    expect(declaredPolicy(body)).toBeUndefined();
  });
});
