import { describe, expect, it } from 'vitest';
import { isOfficePath, signInPath } from './where-to';

describe('where a person goes after signing in', () => {
  it('leads on to pages of the office, in any language', () => {
    for (const to of ['/office', '/en/office', '/office/orders?state=placed', '/en/office/lots/AB12'])
      expect(isOfficePath(to)).toBe(true);
    expect(signInPath('/office/orders?state=placed')).toBe(
      '/office/sign-in?to=%2Foffice%2Forders%3Fstate%3Dplaced',
    );
  });

  it('leads nowhere else', () => {
    for (const to of [
      '',
      '//evil.example/office',
      'https://evil.example/office',
      '/\\evil.example/office',
      '/office/../../evil',
      '/office/../cart',
      '/\t/evil.example/office',
      '/officers',
      '/office//evil.example',
      '/office/sign-in',
      '/en/office/sign-in?to=/office',
      'javascript:alert(1)//office',
    ])
      expect(isOfficePath(to), to).toBe(false);
    expect(signInPath('//evil.example')).toBe('/office/sign-in');
  });
});
