import { useEffect } from 'react';
import { useTexts } from '../../locales/use-texts.js';

export function useDocumentTitle(title: string): void {
  const { product } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${product.name}`;
    return () => {
      document.title = `${product.name} · ${product.subtitle}`;
    };
  }, [title, product]);
}
