<?php
// The editor from before blocks, which WordPress still has: ?classic-editor in the address asks for it.
add_filter('use_block_editor_for_post', function ($wanted) {
    return $wanted && !isset($_GET['classic-editor']);
});
