<?php
// Without an argument: prints the themes of the WordPress of the present folder, as JSON.
// With one: turns that theme on.
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require getcwd() . '/wp-load.php';

if (isset($argv[1])) {
    switch_theme($argv[1]);
    exit;
}
$themes = [];
foreach (wp_get_themes() as $name => $theme) {
    // Block themes came with WordPress 5.9.
    $themes[$name] = method_exists($theme, 'is_block_theme') && $theme->is_block_theme();
}
echo json_encode(['version' => get_bloginfo('version'), 'themes' => $themes]);
