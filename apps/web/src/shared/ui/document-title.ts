import { useEffect } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { useAbout } from '../session/about.js';

export function useDocumentTitle(title: string): void {
  const { product, training } = useTexts();
  const mark = useAbout()?.training === true ? training.title : '';
  useEffect(() => {
    document.title = `${mark}${title} · ${product.name}`;
    return () => {
      document.title = `${mark}${product.name} · ${product.subtitle}`;
    };
  }, [title, product, mark]);
}
