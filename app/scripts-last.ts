const ASKED_FOR = '<link rel="modulepreload" ';
const STARTED = /(<script [^>]*)type="module" async=""/g;
const KEPT_LINK = '<link rel="later" ';
const KEPT_SCRIPT = '$1type="later"';

/**
 * Starts a page's own scripts once something of it has been painted, or when it has loaded, whichever is first: a tab that
 * nobody sees is not painted. It leaves the document as the page's components drew it, since React takes that over as it
 * finds it: its own element goes, and so does the one it starts the module with.
 */
const STARTER = `(function(){
var own=document.currentScript,nonce=own.nonce,started;own.remove();
function start(){
if(started)return;
started=true;
document.querySelectorAll('link[rel=later]').forEach(function(link){link.rel='modulepreload'});
document.querySelectorAll('script[type=later]').forEach(function(kept){
var script=document.createElement('script');
script.type='module';script.nonce=nonce;script.textContent=kept.textContent;
document.head.append(script);script.remove();
});
}
addEventListener('load',function(){setTimeout(start)});
if(self.PerformanceObserver)new PerformanceObserver(start).observe({type:'paint',buffered:true});
})()`;

/**
 * Lets a drawn page's scripts be fetched and run after its letters and pictures are seen: every page works before they
 * come, and on a slow phone they would take the line and the processor from what is to be seen. The links and the module
 * are Remix's own, which asks for them as soon as it can and offers no other time.
 */
export function scriptsLast(page: string, nonce: string): string {
  const kept = page.replaceAll(STARTED, KEPT_SCRIPT);
  if (kept === page) return page;
  return kept
    .replaceAll(ASKED_FOR, KEPT_LINK)
    .replace('</body>', `<script nonce="${nonce}">${STARTER}</script></body>`);
}
