import { chromium } from 'playwright';
import { readFileSync } from 'node:fs';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
const log=readFileSync('translations/works/mistral-interview/contributions.jsonl','utf8');
const ids=readFileSync('translations/works/mistral-interview/de.md','utf8').match(/<!-- (\w+) /g).map(x=>x.slice(5,-1));
const rec={id:'018bcfe5-6800-7000-8000-000000000001',type:'alignment',author:'Lesart',time:'2026-01-01T00:00:00.000Z',work:'mistral-interview',standings:ids.map((row,i)=>({row,cells:{},confidence:[.97,.62,.995,.88,.41,.79][i%6],...(i%17===4?{disputed:true}:{})}))};
const conf={...rec,id:'018bcfe5-6800-7000-8000-000000000002',author:'Ada Lovelace',standings:ids.slice(3,8).map(row=>({row,cells:{}}))};
for (const [name,opt,locale] of [['l',{viewport:{width:1440,height:900},colorScheme:'light'},'en-US'],['d',{viewport:{width:1440,height:900},colorScheme:'dark'},'de-DE'],['m',{viewport:{width:390,height:844},colorScheme:'light'},'de-DE'],['n',{viewport:{width:390,height:844},colorScheme:'dark'},'en-US']]) {
const page = await browser.newPage({ ...opt, locale });
page.on('pageerror',e=>console.log(e.message)); page.on('console',m=>{if(m.type()==='error')console.log(m.text())});
await page.route('**/contributions.jsonl',r=>r.fulfill({body:log.trimEnd()+'\n'+JSON.stringify(rec)+'\n'+JSON.stringify(conf)+'\n'}));
await page.goto('http://127.0.0.1:5210/mistral-interview?p=a01&view=alignment&v=de,en,fr,ja');
const view=page.locator('lesart-alignment-view');
await view.locator('tbody tr').first().waitFor({timeout:30000});
await page.waitForTimeout(1000);
if(name==='m') {await view.locator('td').nth(13).click({position:{x:60,y:50}}); await page.waitForTimeout(300);}
await page.screenshot({ path: `/tmp/s/h10/${name}1.png` });
await view.locator('.switch label').nth(1).click(); await page.waitForTimeout(500);
await view.locator('td[tabindex="0"]').focus();
await page.keyboard.press('n'); await page.waitForTimeout(400);
console.log(await view.locator('tr').evaluateAll(t=>t.slice(1,8).map(x=>x.className+':'+x.dataset.row)));
await page.keyboard.press('c'); await page.waitForTimeout(700);
console.log(await view.locator('tr').evaluateAll(t=>t.slice(1,8).map(x=>x.className+':'+x.dataset.row)), await view.locator('.news').textContent());
await page.screenshot({ path: `/tmp/s/h10/${name}2.png` });
await page.close();
}
await browser.close();
